// Loaded into every supervised child before its own code: when the supervisor is gone, so is the child.
// Next's dev server hands its --import on to a child of its own, whose channel is not ours: hence the mark.
if (process.env.MARKET_LEASH) {
  delete process.env.MARKET_LEASH;
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}

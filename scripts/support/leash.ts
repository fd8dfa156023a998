// Loaded into every supervised child before its own code: when the supervisor is gone, so is the child.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();

import { once } from "node:events";
import net from "node:net";

/** A wire to the database that can be cut and mended: what a restart of the server looks like from here. */
export async function wireTo(url: string) {
  const target = new URL(url);
  const open = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    far.pipe(near);
  });
  const listen = async (port: number) => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as net.AddressInfo).port;
  };
  const port = await listen(0);
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  through.port = String(port);
  const cut = async () => {
    const closed = once(server, "close");
    server.close();
    for (const socket of open) socket.destroy();
    await closed;
  };
  return { url: through.toString(), cut, mend: () => listen(port) };
}

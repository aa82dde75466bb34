// Hocuspocus with its defaults: it holds plans in memory, checks no content and writes nothing down.
import { Server } from "@hocuspocus/server";

const server = new Server({ address: "127.0.0.1", quiet: true, port: 0 });
await server.listen();
console.log(`listening ${server.address.port}`);

// y-socket.io with its defaults: it holds plans in memory, checks no content and writes nothing down.
import { createServer } from "node:http";
import { Server } from "socket.io";
import { YSocketIO } from "y-socket.io/dist/server";

const http = createServer();
new YSocketIO(new Server(http, { maxHttpBufferSize: 1e8 })).initialize();
http.listen(0, "127.0.0.1", () => console.log(`listening ${http.address().port}`));

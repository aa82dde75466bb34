import { io, type Socket } from "socket.io-client";
import type { Dial, LinkListener, OpenAnswer, OpenQuestion, WireProblem } from "./wire";

/** A network that swallows packets must not leave anybody waiting longer than this. */
const PATIENCE_MS = 10_000;

type ServerMessages = Pick<LinkListener, "edits" | "rejected" | "presence" | "you" | "report" | "refused">;

interface ClientMessages {
  open(question: OpenQuestion, answer: (answer: OpenAnswer | { error: WireProblem }) => void): void;
  edit(n: number, update: string): void;
  presence(update: string): void;
}

/** Dial the server of this page over Socket.IO. */
export const dialServer: Dial = (planId, listener) => {
  const socket: Socket<ServerMessages, ClientMessages> = io("/plan", {
    path: "/socket.io",
    query: { plan: planId },
    withCredentials: true,
    // Polling is for networks that let no WebSocket through.
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    // When to try again is decided in one place, with what is known of unsent edits and refusals.
    reconnection: false,
    forceNew: true,
    timeout: PATIENCE_MS,
  });
  socket.on("connect", () => listener.connected());
  socket.on("edits", (seq, update, saved) => listener.edits(seq, update, saved));
  socket.on("rejected", (message) => listener.rejected(message));
  socket.on("presence", (update) => listener.presence(update));
  socket.on("you", (change) => listener.you(change));
  socket.on("report", (seq, parts) => listener.report(seq, parts));
  socket.on("refused", (problem) => listener.refused(problem));
  socket.on("disconnect", () => listener.lost(null));
  socket.on("connect_error", (error) => listener.lost(problemIn(error)));
  return {
    open: (question) => socket.timeout(PATIENCE_MS).emitWithAck("open", question),
    edit: (n, update) => void socket.emit("edit", n, update),
    presence: (update) => void socket.emit("presence", update),
    close: () => void socket.off().disconnect(),
  };
};

/** What the server said when it refused the connection, or null when it did not answer. */
function problemIn(error: Error): WireProblem | null {
  const said: unknown = "data" in error ? error.data : null;
  if (typeof said !== "object" || said === null || !("code" in said)) return null;
  const message = "message" in said ? said.message : "";
  return { code: String(said.code), message: String(message) };
}

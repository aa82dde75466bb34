"""The wire: Socket.IO over a WebSocket transport of our own."""

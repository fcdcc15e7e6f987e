// The limit: every message goes to everybody else on the same path, unread and unkept.
import { createServer } from 'node:http';
import process from 'node:process';
import { WebSocketServer } from 'ws';

const rooms = new Map();
const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
server.on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? new Set();
  rooms.set(request.url, room.add(socket));
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket) other.send(data);
  });
  socket.on('close', () => room.delete(socket));
});
http.listen(0, '127.0.0.1', () => process.stdout.write(`open at http://127.0.0.1:${http.address().port}\n`));

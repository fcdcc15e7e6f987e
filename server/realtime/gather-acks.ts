/** Acknowledgements that come in the same turn go to a page in one write: a commit acknowledges all a page has sent meanwhile. */
import { encodePacket, type Packet, packetType } from '#shared/realtime/packet-parser.ts';
import { frameOf, freeLine } from './one-frame.ts';
import type { Live } from './realtime.ts';

/** What Socket.IO sends everything of one page with; it leaves it out of its types. The realtime tests fail if it goes. */
interface Sends {
  packet(packet: Packet, options?: object): void;
}

export function gatherAcks(socket: Live): void {
  const sends = socket as unknown as Sends;
  const passOn = sends.packet.bind(socket);
  let acks: Packet[] = [];
  const flush = (): void => {
    const all = acks;
    acks = [];
    const line = all.length === 0 ? null : freeLine(socket.conn);
    if (line === null) for (const ack of all) passOn(ack);
    else line.sendFrame([Buffer.concat(all.map((ack) => frameOf(encodePacket(ack))))]);
  };
  sends.packet = (packet, options) => {
    if (packet.type === packetType.ack) {
      // After this turn's promises, and before anything else happens.
      if (acks.push({ ...packet, nsp: '/' }) === 1) process.nextTick(flush);
      return;
    }
    flush();
    passOn(packet, options);
  };
}

import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

export type SmtpServer = AsyncDisposable & {
  readonly url: string;
  readonly mails: string[];
  readonly recipients: string[];
};

/** A mail server on loopback that takes everything, or answers every recipient with `refusal`. */
export async function smtpServer(refusal?: string): Promise<SmtpServer> {
  const mails: string[] = [];
  const recipients: string[] = [];
  const server = createServer((socket) => {
    let data: string | null = null;
    let rest = "";
    socket.write("220 loopback ESMTP\r\n");
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk) => {
      rest += chunk.toString("utf8");
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (data !== null) {
          if (line !== ".") data += `${line}\n`;
          else {
            mails.push(data);
            data = null;
            socket.write("250 kept\r\n");
          }
        } else if (line.startsWith("RCPT") && refusal) socket.write(`${refusal}\r\n`);
        else if (line.startsWith("RCPT")) {
          recipients.push(line);
          socket.write("250 ok\r\n");
        } else if (line.startsWith("DATA")) {
          data = "";
          socket.write("354 go on\r\n");
        } else if (line.startsWith("QUIT")) socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    recipients,
    async [Symbol.asyncDispose]() {
      await new Promise((closed) => server.close(closed));
    },
  };
}

import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

const decompress = promisify(gunzip);

/** A body that is JSON in gzip already: it is passed on as it is. */
export class EncodedJson {
  readonly #gzip: Uint8Array;

  constructor(gzip: Uint8Array) {
    this.#gzip = gzip;
  }

  async send({ headers }: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    reply.type("application/json; charset=utf-8").header("vary", "accept-encoding");
    if (!/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(headers["accept-encoding"] ?? ""))
      return reply.send(await decompress(this.#gzip));
    return reply.header("content-encoding", "gzip").send(this.#gzip);
  }
}

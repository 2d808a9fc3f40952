import { type ErrorCode, errorCatalogue, FrontrowError } from "@frontrow/protocol/errors";
import { routes } from "@frontrow/protocol/http";

/** A route's path in Fastify's spelling. */
export const pathOf = (name: keyof typeof routes): string => routes[name].path.replaceAll(/\{(\w+)\}/g, ":$1");

/** A refusal that says what to do: the code's advice, unless there is something better to say. */
export const refusal = (code: ErrorCode, message: string = errorCatalogue[code].advice): FrontrowError =>
  new FrontrowError(code, message);

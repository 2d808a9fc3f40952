import { FrontrowError } from "@frontrow/protocol/errors";

/** Names that begin with a letter or digit: none of them is hidden, leads upwards or begins with a slash. */
const KEY = /^[a-z0-9][\w.-]*(\/[a-z0-9][\w.-]*)*$/i;
const MAX_LENGTH = 512;

/** The key, if it is one: else whoever made it is wrong. */
export function checkKey(key: string): string {
  if (key.length > MAX_LENGTH || !KEY.test(key))
    throw new FrontrowError("INTERNAL", `no key of an object: ${JSON.stringify(key)}`);
  return key;
}

import { WebcastDeserializeConfig } from "tiktok-live-connector";

/**
 * Keeps the connector from saying what is nobody's business. Call before the first connection; more often does no harm.
 *
 * Both switches are process-wide, and both have one right value whoever else uses the connector: without the first, an
 * undecodable payload, which is personal data, is put into an error's text; without the second, which the connector reads
 * from the environment at each use, it writes to the console about frames that cannot be acknowledged.
 */
export function quietConnector(): void {
  WebcastDeserializeConfig.showBase64OnDecodeError = false;
  process.env["DISABLE_ACK_LOG_WARNING"] = "true";
}

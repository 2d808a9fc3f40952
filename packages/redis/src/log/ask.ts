import { isOnDemand, type OnDemandDocument } from "@frontrow/protocol/documents";

/** What a push begins with that is no entry: who folds the session is asked for documents. An entry's begins with its id. */
const ASK = "?";

/** A push that asks for documents, on the channel of the session's log: its owner listens there already. */
export const askOf = (documents: readonly OnDemandDocument[]): string => `${ASK}${documents.join(" ")}`;

/** The documents that a push asks for; undefined when it is an entry. */
export const documentsAskedBy = (push: string): readonly OnDemandDocument[] | undefined =>
  push.startsWith(ASK) ? push.slice(ASK.length).split(" ").filter(isOnDemand) : undefined;

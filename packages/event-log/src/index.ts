export { type CommandOutcome, requestCommand, respondToCommands } from "./commands.js";
export { connectEventLog, type EventLog, type EventLogOptions, inboxPrefix } from "./connect.js";
export type { Gap, Start } from "./consumer-position.js";
export { type Cut, type CutRecord, type CutRecordStore, emptyCutRecord, openCutRecord } from "./cut-record.js";
export { countDroppedLetters, publishDeadLetter, type SetAside } from "./dead-letters.js";
export { type Comparison, findOnSubject, nextOnSubject, type SubjectSearch } from "./find-on-subject.js";
export { followSubject, type LiveMessage } from "./follow.js";
export { HoldError } from "./hold-time.js";
export { type HoldLane, holdMaxMs, type IngestHold, openHold, readHold } from "./ingest-hold.js";
export { type KeptLetter, toKeptLetter } from "./kept-letter.js";
export { type Lane, openLane, type PublishOutcome } from "./lane.js";
export { ForeignMessageError, type LastMessage } from "./last-message.js";
export { isStreamMissing, logFailure } from "./log-failure.js";
export {
  type KnownDevice,
  type KnownNode,
  type NewDevice,
  type NewNode,
  type NodeDirectory,
  openNodeDirectory,
} from "./node-directory.js";
export { deleteDeadLetter, messageAt, messageFrom } from "./one-message.js";
export { type ConsumeOptions, consumeOrdered, type Delivery, type OrderedConsumer } from "./ordered-consumer.js";
export { type IdentifiedMessage, publishOnce, publishOnceSince } from "./publish-once.js";
export { reachingState } from "./reaching-state.js";
export { messagesIn, readRange } from "./read-range.js";
export { allDelivered, deliverAgain, replayPrefix } from "./replay.js";
export { type RetryOutcome, retryDeadLetter } from "./retry-dead-letter.js";
export { scan } from "./scan.js";
export { eventLogSettings, streamLimitSettings, toStreamLimits } from "./settings.js";
export { isLogAnswer, type StoredMessage } from "./stored-message.js";
export {
  listedMax,
  listReaders,
  listStreams,
  type StreamOverview,
  type StreamReader,
} from "./stream-overviews.js";
export { restoreStream } from "./stream-restore.js";
export { type StreamSnapshot, snapshotStream } from "./stream-snapshot.js";
export {
  firstSequenceSince,
  hasMessagesFrom,
  purgeBefore,
  type StreamState,
  streamState,
  withdrawMessage,
} from "./stream-state.js";
export {
  type ConfigurationLimits,
  configurationBuckets,
  ensureStreams,
  ingestBucket,
  messageBytesMax,
  type StreamLimits,
} from "./streams.js";
export { unsafeStreamSettings } from "./unsafe-streams.js";
export { bucketStream, readValue, replaceValue, type StoredValue, valueKey, valuesOf } from "./values.js";
export { type HoldOptions, whileAlone, whileHeld } from "./while-held.js";
export { eventWrapper, wrapEvents } from "./wrap-events.js";
export { wrapSignIn } from "./wrap-sign-in.js";
export { type WrapMessage, type WrappedEvents, WrappedMessages } from "./wrapped-messages.js";

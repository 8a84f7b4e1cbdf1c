import {
  AudioSource,
  LocalAudioTrack,
  LocalVideoTrack,
  type Participant,
  Room,
  RoomEvent,
  TrackPublishOptions,
  type TrackSource,
  VideoSource,
} from '@livekit/rtc-node';

/** Somebody in a call's room, with all that a browser could be told there. */
export interface RoomVisitor {
  room: Room;
  /** Everything that was noticed of others, in words, since the last look. */
  noticed: string[];
  /** Texts of data messages that came from a server, not from a participant. */
  told: string[];
  leave(): Promise<void>;
}

/** What the others' streams and calls are listened for. */
export const knownTopics = ['call', 'lk.chat', 'lk.transcription', 'any'] as const;

/** Joins with a token, as any client may; rejects when the server refuses. */
export async function visitRoom(url: string, token: string): Promise<RoomVisitor> {
  const room = new Room();
  const noticed: string[] = [];
  const told: string[] = [];
  listen(room, noticed, told);
  await room.connect(url, token, { autoSubscribe: true, dynacast: false });
  return { room, noticed, told, leave: () => room.disconnect() };
}

function listen(room: Room, noticed: string[], told: string[]): void {
  const note = (what: string) => (participant: Participant) => {
    if (participant !== room.localParticipant) noticed.push(what);
  };
  room.on(RoomEvent.ParticipantConnected, note('somebody came'));
  room.on(RoomEvent.ParticipantDisconnected, note('somebody went'));
  room.on(RoomEvent.ParticipantAttributesChanged, (_changed, who) => note('attributes')(who));
  room.on(RoomEvent.ParticipantMetadataChanged, (_metadata, who) => who && note('metadata')(who));
  room.on(RoomEvent.ParticipantNameChanged, (_name, who) => note('a name')(who));
  room.on(RoomEvent.RoomMetadataChanged, () => noticed.push('metadata of the room'));
  room.on(RoomEvent.TrackPublished, ({ kind, source }) => {
    noticed.push(`a track of kind ${kind} and source ${source}`);
  });
  room.on(RoomEvent.ChatMessage, () => noticed.push('a chat message'));
  room.on(RoomEvent.DtmfReceived, () => noticed.push('a dialled digit'));
  room.on(RoomEvent.DataReceived, (payload, participant) => {
    if (participant) noticed.push('data of a participant');
    else told.push(new TextDecoder().decode(payload));
  });
  for (const topic of knownTopics) {
    room.registerTextStreamHandler(topic, () => void noticed.push('a text stream'));
    room.registerByteStreamHandler(topic, () => void noticed.push('a byte stream'));
  }
}

/** Lets others call a procedure of this visitor; each call is noticed. */
export function answerCalls({ room, noticed }: RoomVisitor): void {
  room.localParticipant?.registerRpcMethod('any', async () => {
    noticed.push('a procedure was called');
    return 'done';
  });
}

/** Tries to publish sound as coming from `source`. */
export async function publishSound({ room }: RoomVisitor, source: TrackSource): Promise<unknown> {
  const track = LocalAudioTrack.createAudioTrack('sound', new AudioSource(16_000, 1));
  return room.localParticipant?.publishTrack(track, new TrackPublishOptions({ source }));
}

/** Tries to publish a picture as coming from `source`. */
export async function publishPicture({ room }: RoomVisitor, source: TrackSource): Promise<unknown> {
  const track = LocalVideoTrack.createVideoTrack('picture', new VideoSource(64, 64));
  return room.localParticipant?.publishTrack(track, new TrackPublishOptions({ source }));
}

/** Does something that may be refused, or never answered: what comes of it is looked at elsewhere. */
export async function attempt(work: Promise<unknown> | undefined, patienceMs = 2_000) {
  const timer = new Promise((resolve) => setTimeout(resolve, patienceMs));
  await Promise.race([work?.catch(() => undefined), timer]);
}

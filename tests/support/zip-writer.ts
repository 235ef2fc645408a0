// Writes zips for tests, honest ones and others: every field of an entry can be made to lie.
import { crc32, deflateRawSync } from 'node:zlib';

export type ZipPart = {
  readonly name: string;
  readonly content?: string | Buffer;
  readonly stored?: boolean;
  /** What the directory says instead of the truth. */
  readonly says?: {
    readonly size?: number;
    readonly compressed?: number;
    readonly flags?: number;
    readonly method?: number;
    readonly mode?: number;
    readonly offset?: number;
  };
};

export type ZipLies = {
  readonly entries?: number;
  readonly directoryOffset?: number;
  readonly comment?: string;
  /** Bytes between the directory and its end record. */
  readonly gap?: Buffer;
};

/** A zip of these parts. */
export function zipOf(parts: readonly ZipPart[], lies: ZipLies = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { local, central } = entryOf(part, offset);
    locals.push(local);
    directory.push(central);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(lies.entries ?? parts.length, 8);
  end.writeUInt16LE(lies.entries ?? parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(lies.directoryOffset ?? offset, 16);
  const comment = Buffer.from(lies.comment ?? '');
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, central, lies.gap ?? Buffer.alloc(0), end, comment]);
}

function entryOf({ name, content = '', stored = false, says = {} }: ZipPart, offset: number) {
  const raw = Buffer.from(content);
  const data = stored ? raw : deflateRawSync(raw);
  const nameBytes = Buffer.from(name);
  const method = says.method ?? (stored ? 0 : 8);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(says.flags ?? 0x800, 6);
  local.writeUInt16LE(method, 8);
  local.writeUInt32LE(crc32(raw), 14);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(raw.length, 22);
  local.writeUInt16LE(nameBytes.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(0x031e, 4);
  central.writeUInt16LE(says.flags ?? 0x800, 8);
  central.writeUInt16LE(method, 10);
  central.writeUInt32LE(crc32(raw), 16);
  central.writeUInt32LE(says.compressed ?? data.length, 20);
  central.writeUInt32LE(says.size ?? raw.length, 24);
  central.writeUInt16LE(nameBytes.length, 28);
  central.writeUInt32LE(((says.mode ?? 0o100644) << 16) >>> 0, 38);
  central.writeUInt32LE(says.offset ?? offset, 42);
  return {
    local: Buffer.concat([local, nameBytes, data]),
    central: Buffer.concat([central, nameBytes]),
  };
}

package io.talktrack.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;

/**
 * A file on any file system as a channel, read in blocks: a zip's directory is looked for backwards
 * byte by byte, and object stores answer each request slowly.
 */
final class BlockChannel implements SeekableByteChannel {
  private static final int BLOCK = 1 << 16;

  private final FSDataInputStream file;
  private final long size;
  private final byte[] block = new byte[BLOCK];
  private long blockNo = -1;
  private long position;
  private long allowance;
  private boolean open = true;

  BlockChannel(FSDataInputStream file, long size, long allowance) {
    this.file = file;
    this.size = size;
    this.allowance = allowance;
  }

  boolean isOverAllowance() {
    return allowance < 0;
  }

  /** From here on any number of bytes may be read. */
  void allowAll() {
    allowance = Long.MAX_VALUE;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (position >= size) {
      return -1;
    }
    load(position / BLOCK);
    int from = (int) (position % BLOCK);
    int length = (int) Math.min(Math.min(into.remaining(), BLOCK - from), size - position);
    allowance -= length;
    if (allowance < 0) {
      throw new IOException("The directory is longer than allowed");
    }
    into.put(block, from, length);
    position += length;
    return length;
  }

  // what the disk or network does wrong is no fault of the archive
  private void load(long number) {
    if (number == blockNo) {
      return;
    }
    try {
      long start = number * BLOCK;
      file.readFully(start, block, 0, (int) Math.min(BLOCK, size - start));
      blockNo = number;
    } catch (IOException e) {
      blockNo = -1;
      throw new UncheckedIOException("Cannot read a block of an archive", e);
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    if (newPosition < 0) {
      throw new IllegalArgumentException("position is negative");
    }
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    open = false;
    file.close();
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }
}

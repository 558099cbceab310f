package io.talktrack.table;

import io.talktrack.call.Turn;
import io.talktrack.objection.Objection;
import io.talktrack.table.Table.Layer;
import io.talktrack.table.Table.Layout;
import java.util.List;

/** Every table of the lake. A table that is not here does not exist. */
public final class Tables {
  public static final Table<Turn> TURNS =
      new Table<>(
          Layer.SILVER,
          "turns",
          Turn.class,
          List.of("call_id", "turn_no"),
          new Layout.Partitioned("call_date"));

  public static final Table<Objection> OBJECTIONS =
      new Table<>(
          Layer.UNDERSTOOD,
          "objections",
          Objection.class,
          List.of("objection_id"),
          new Layout.Partitioned("source_date"));

  private Tables() {}
}

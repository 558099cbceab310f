package io.talktrack.report.page;

/** How a value of the report was come by; an estimate never looks like a measurement. */
public enum MeasureStatus {
  MEASURED,
  ESTIMATED,
  UNAVAILABLE
}

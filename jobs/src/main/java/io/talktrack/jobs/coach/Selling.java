package io.talktrack.jobs.coach;

import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.ObjectionView;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a rep, a team or everybody did.
 *
 * @param calls the newest first
 * @param mailObjections what customers objected to by e-mail, the newest first
 */
record Selling(List<CallPage> calls, List<ObjectionView> mailObjections) {

  /** In calls, then in e-mails, each the newest first. */
  List<ObjectionView> objections() {
    return Stream.concat(
            calls.stream().flatMap(call -> call.objections().stream()), mailObjections.stream())
        .toList();
  }

  /** Of reps by the id of their page; what belongs to nobody is left out. */
  Selling of(Predicate<String> reps) {
    return new Selling(
        calls.stream()
            .filter(page -> page.call().repId() != null && reps.test(page.call().repId()))
            .toList(),
        mailObjections.stream()
            .filter(objection -> objection.repId() != null && reps.test(objection.repId()))
            .toList());
  }

  /** Of the seven days that begin with a Monday. */
  Selling inWeekOf(LocalDate monday) {
    LocalDate next = monday.plusWeeks(1);
    return new Selling(
        calls.stream().filter(page -> isWithin(day(page), monday, next)).toList(),
        mailObjections.stream()
            .filter(objection -> isWithin(objection.date(), monday, next))
            .toList());
  }

  LocalDate firstDay() {
    return day(calls.get(calls.size() - 1));
  }

  LocalDate lastDay() {
    return day(calls.get(0));
  }

  static LocalDate day(CallPage page) {
    return page.call().startedAt().toLocalDate();
  }

  private static boolean isWithin(LocalDate day, LocalDate from, LocalDate until) {
    return !day.isBefore(from) && day.isBefore(until);
  }
}

package io.talktrack.playbook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A step of a support guideline that is said aloud: the criterion that looks for it, the buttons
 * that the guideline writes it with and the actions that a chat logs for it.
 */
enum SupportStep {
  NAME("asks-name-or-account", List.of("Pull up Account"), List.of("pull-up-account")),
  PROOF(
      "validates-purchase",
      List.of("Validate Purchase", "Verify Identity"),
      List.of("validate-purchase", "verify-identity")),
  REASON("asks-reason", List.of("Record Reason"), List.of("record-reason")),
  MEMBERSHIP("asks-membership", List.of("Membership Privileges"), List.of("membership")),
  SHIPPING("asks-shipping-status", List.of("Shipping Status"), List.of("shipping-status")),
  DETAILS("asks-details", List.of("Enter Details", "Enter Detail"), List.of("enter-details")),
  CHECK("says-it-will-check", List.of("Ask the Oracle"), List.of("ask-the-oracle")),
  DECISION("tells-decision", List.of("N/A", "End Conversation"), List.of()),
  CHANGE(
      "carries-out-change",
      List.of("Update Order", "Update Account", "Offer Refund"),
      List.of("update-order", "update-account", "offer-refund")),
  TEAM("notifies-team", List.of("Notify Internal Team"), List.of("notify-team")),
  MORE("offers-further-help", List.of(SupportGuideline.WRAP_UP), List.of());

  private final String criterion;
  private final List<String> buttons;
  private final List<String> actions;

  SupportStep(String criterion, List<String> buttons, List<String> actions) {
    this.criterion = criterion;
    this.buttons = buttons;
    this.actions = actions;
  }

  String criterion() {
    return criterion;
  }

  /** Whether a chat logs no action for it. */
  boolean isUnlogged() {
    return actions.isEmpty();
  }

  static Optional<SupportStep> ofButton(String button) {
    return Arrays.stream(values()).filter(step -> step.buttons.contains(button)).findFirst();
  }

  static Optional<SupportStep> ofAction(String action) {
    return Arrays.stream(values()).filter(step -> step.actions.contains(action)).findFirst();
  }
}

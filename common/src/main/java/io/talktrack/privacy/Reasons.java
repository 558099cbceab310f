package io.talktrack.privacy;

import static java.util.Map.entry;

import java.util.Map;

/** What each rule goes by, in words for a person who wonders why something is masked. */
final class Reasons {
  private static final String OVER_TURNS = ".over-turns";
  private static final Map<String, String> OF_RULE =
      Map.ofEntries(
          entry("address.box", "a post-office or military box with its number"),
          entry("address.cn-street", "a street or building with its number"),
          entry("address.model", "a model reads it as an address, with the places beside it"),
          entry("address.named", "words before it lead to an address"),
          entry("address.postcode", "the form of an American, British or Canadian postcode"),
          entry("address.postcode-named", "the words before it name a postcode"),
          entry("address.street", "a house number with a street's name"),
          entry("address.unit", "a flat, suite or floor with its number"),
          entry("bank.account-code", "the words before it name an account"),
          entry("bank.iban", "an IBAN's form and check digits (ISO 13616)"),
          entry("bank.named", "the words before it name an account or sort code"),
          entry("bank.routing", "the words before it name a routing number"),
          entry("bank.spoken", "spoken digits after words that name an account"),
          entry("birth.named", "a date after words that tell of a birth"),
          entry("card.expiry", "a month and year after words that tell of a card's expiry"),
          entry("card.number", "a card's issuer, length and check digit (Luhn), or called a card"),
          entry("card.spoken", "spoken digits with a card's check digit, or called a card"),
          entry("device.hardware", "the form of a hardware (MAC) address"),
          entry("device.ip-4", "a public internet address (IPv4)"),
          entry("device.ip-6", "an internet address (IPv6)"),
          entry("email.glued", "a mailbox run together with its provider"),
          entry("email.spoken", "a mailbox in spoken words"),
          entry("email.written", "the form of a mailbox"),
          entry("id.cn-credit-code", "a social credit code's check sign (GB 32100)"),
          entry("id.cn-resident", "a resident's number by its check sign (GB 11643) or its name"),
          entry("id.cn-resident-15", "the form of a resident's number of 15 digits"),
          entry("id.driving-licence", "the words before it name a driving licence"),
          entry("id.named", "the words before it name a personal number"),
          entry("id.nhs", "the words before it name a health service number"),
          entry("id.passport", "the words before it name a passport"),
          entry(
              "id.spoken", "spoken digits with a check digit or after words that name a document"),
          entry("id.uk-national-insurance", "the form of a national insurance number"),
          entry("id.us-last-four", "four digits after words that name a social security number"),
          entry("id.us-social-security", "the form of a social security number"),
          entry("link.personal", "a link that names a person or holds a key"),
          entry("name.given", "a common given name, with the surname after it"),
          entry("name.introduced", "a title, greeting, introduction or farewell beside it"),
          entry("name.known", "the name of one who takes part"),
          entry("name.model", "a model reads it as a person's name"),
          entry("name.recognised", "recognised as a Chinese name by its signs"),
          entry("name.titled", "a Chinese surname before a title"),
          entry("phone.american", "the form of an American number"),
          entry("phone.chinese", "the form of a Chinese mobile or service number"),
          entry("phone.international", "a country's prefix"),
          entry("phone.named", "the words around it name a phone"),
          entry("phone.national", "a national number by its first digits and length"),
          entry("phone.repeated", "digits said again by the listener"),
          entry("phone.spoken", "spoken digits of a phone's form, or called a phone"),
          entry("secret.card-code", "the words before it name a card's security code"),
          entry("secret.key", "an access key by its maker's prefix"),
          entry("secret.password", "the words before it name a password"),
          entry("secret.pin", "the words before it name a PIN or one-time code"),
          entry("user.handle", "an @name"),
          entry("user.messenger", "the words before it name a messenger"),
          entry("user.named", "the words before it name a user name"),
          entry("vehicle.cn-plate", "the form of a Chinese number plate (GA 36)"),
          entry("vehicle.named", "the words before it name a chassis number"),
          entry("vehicle.number", "a chassis number's check sign (ISO 3779)"),
          entry("vehicle.plate", "the words before it name a number plate"));

  private Reasons() {}

  static String of(String rule) {
    boolean isOverTurns = rule.endsWith(OVER_TURNS);
    String one = isOverTurns ? rule.substring(0, rule.length() - OVER_TURNS.length()) : rule;
    String reason = OF_RULE.get(one);
    if (reason == null) {
      throw new IllegalStateException("Rule " + one + " has no reason");
    }

    return isOverTurns ? reason + ", read together with the turns around it" : reason;
  }
}

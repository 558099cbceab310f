package io.talktrack.privacy;

/** The check digits by which numbers of payment and identity are told from other numbers. */
final class Checksums {
  private static final int[] RESIDENT_WEIGHTS = {
    7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
  };
  private static final String RESIDENT_CHECKS = "10X98765432";
  private static final String CREDIT_CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int[] ROUTING_WEIGHTS = {3, 7, 1};
  private static final int[] VEHICLE_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  private static final String VEHICLE_SIGNS = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final String VEHICLE_VALUES = "012345678912345678123457923456789";

  private Checksums() {}

  /** ISO/IEC 7812-1, for payment cards. */
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : 2 * digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }

    return sum % 10 == 0;
  }

  /** ISO 7064 mod 97-10 as ISO 13616 uses it, for an IBAN in capitals without spaces. */
  static boolean iban(String account) {
    String turned = account.substring(4) + account.substring(0, 4);
    int remainder = 0;
    for (int i = 0; i < turned.length(); i++) {
      int value = Character.digit(turned.charAt(i), 36);
      remainder = (value > 9 ? remainder * 100 + value : remainder * 10 + value) % 97;
    }

    return remainder == 1;
  }

  /** The British health service's number of ten digits (mod 11). */
  static boolean healthService(String digits) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (10 - i) * (digits.charAt(i) - '0');
    }

    return (11 - sum % 11) % 11 == digits.charAt(9) - '0';
  }

  /** The American Bankers Association's routing number of nine digits (3-7-1, mod 10). */
  static boolean routing(String digits) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += ROUTING_WEIGHTS[i % 3] * (digits.charAt(i) - '0');
    }

    return sum % 10 == 0;
  }

  /** ISO 3779 as North America and China use it, for a vehicle's 17 signs in capitals. */
  static boolean vehicle(String number) {
    int sum = 0;
    for (int i = 0; i < VEHICLE_WEIGHTS.length; i++) {
      int value = VEHICLE_VALUES.charAt(VEHICLE_SIGNS.indexOf(number.charAt(i))) - '0';
      sum += VEHICLE_WEIGHTS[i] * value;
    }

    return "0123456789X".charAt(sum % 11) == number.charAt(8);
  }

  /** GB 11643-1999 (ISO 7064 mod 11-2), for a resident's number of 18 signs. */
  static boolean resident(String number) {
    int sum = 0;
    for (int i = 0; i < RESIDENT_WEIGHTS.length; i++) {
      sum += RESIDENT_WEIGHTS[i] * (number.charAt(i) - '0');
    }

    return RESIDENT_CHECKS.charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
  }

  /** GB 32100-2015 (mod 31-3), for a unified social credit code in capitals. */
  static boolean creditCode(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += weight * CREDIT_CODE_SIGNS.indexOf(code.charAt(i));
      weight = weight * 3 % 31;
    }

    return (31 - sum % 31) % 31 == CREDIT_CODE_SIGNS.indexOf(code.charAt(17));
  }
}

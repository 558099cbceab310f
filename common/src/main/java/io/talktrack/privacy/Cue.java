package io.talktrack.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words before a number say that it is. */
enum Cue {
  PHONE(
      "phone|mobile|\\bcell\\b|\\bcall(?:ing|ed)?\\b|\\bring\\b|\\btel\\b|\\bfax\\b|whatsapp"
          + "|\\bdial(?:ling|ing)?\\b|\\btext (?:me|us)\\b|\\breach\\b|\\bcontact\\b|landline"
          + "|call ?back|answering|voicemail|messages? to\\b|\\b(?:desk|office|direct|home|work):|\\bm:|\\bt:|电话|手机|座机|联系|拨打|致电|传真|热线|打给|打我|打过来"
          + "|呼叫|微信号?"),
  CARD(
      "\\bcard\\b|credit(?! (?:check|score|report|rating|history|limit))|debit|\\bvisa\\b|mastercard|\\bamex\\b|\\bcc\\b|信用卡|银行卡|卡号|储蓄卡|借记卡"),
  BANK(
      "\\baccount (?:number|no\\b|num\\b|#)|\\bacct\\b|\\ba/c\\b|\\bac (?:number|no)\\b|sort code"
          + "|\\biban\\b|账号|帐号|账户|帐户|对公|开户"),
  ID(
      "\\bssn\\b|social security|\\b(?:my|your|his|her|their|full) social\\b"
          + "(?! (?:media|network|team|post|feed|page|channel|profile|plan))|national insurance|\\bni number\\b|\\bid (?:number|no|card)\\b"
          + "|identity|身份证|证件|信用代码"),
  /** Must stand directly before the number: hiding a phone matters less than showing one. */
  ORDER(
      "(?:\\b(?:order|invoice|ticket|(?<!in )case|ref|reference|po|p\\.o\\.|tracking|skus?|serial"
          + "|confirmation|booking|shipment|part|batch|quote|contract|item|version|model|ean|gtin|isbn|barcode)\\b"
          + "|订单|单号|发票|编号|工单|批次|批号|型号|序列号|合同|物料|版本|条码|快递)"
          + "(?:[ :：#.]{0,2}(?:number|num|no|nr|id|code|is|was|says|reads|号码?|编[号码]|单号|代?码|是|为))"
          + "{0,3}[ :：#.]{0,2}$"),
  NONE("(?!)");

  private static final String IS_MY =
      "[ ,，]{0,2}(?:(?:this |that )?(?:is|was)|that's|this's)? ?(?:my|our|the|his|her)? ?"
          + "(?:direct |office |best )?";
  private static final Pattern PHONE_AFTER =
      Pattern.compile(
          "(?i)"
              + IS_MY
              + "(?:phone|mobile|cell|landline|number to reach)\\b|[ -]{1,2}(?:office|fax|desk)\\b"
              + "|[ ,，]{0,2}(?:这)?是?我的?(?:电话|手机)");
  private static final Pattern CARD_AFTER =
      Pattern.compile(
          "(?i)" + IS_MY + "(?:credit |debit |bank )?card\\b|[ ,，]{0,2}(?:这)?是我的?(?:信用卡|银行卡|卡号)");

  private final Pattern words;

  Cue(String words) {
    this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  /** The cue that stands last, nearest to the number that follows. */
  static Cue last(String before) {
    Cue last = NONE;
    int nearest = -1;
    for (Cue cue : values()) {
      Matcher matcher = cue.words.matcher(before);
      while (matcher.find()) {
        if (matcher.end() > nearest) {
          nearest = matcher.end();
          last = cue;
        }
      }
    }

    return last;
  }

  /** The cue that stands right after a number. */
  static Cue first(String after) {
    if (PHONE_AFTER.matcher(after).lookingAt()) {
      return PHONE;
    }

    return CARD_AFTER.matcher(after).lookingAt() ? CARD : NONE;
  }
}

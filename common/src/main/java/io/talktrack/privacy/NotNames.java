package io.talktrack.privacy;

import java.util.Set;
import java.util.regex.Pattern;

/** Words that are written or placed as names are without being one. */
final class NotNames {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** In lower case: days, months, roles, languages, tools, and what follows a greeting. */
  static final Set<String> WORDS =
      words(
          """
          a i an the and or but if so as at in on of to for from by with our my your his her its their we you he she they it this
          that these those there here who what when where which why how yes no not now then than just also very again
          all everyone everybody team folks guys both each friend friends colleague colleagues sir madam ladies gentlemen customer
          customers partner partners client clients operator support sales service hiring manager committee colleague buddy mate
          monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
          october november december spring summer autumn winter today tomorrow yesterday week month quarter year
          mr mrs ms miss dr prof jr sr phd mba ceo cfo cto coo cio cro vp svp evp president director chief officer head analyst
          chairman chairwoman founder engineer consultant executive
          hi hello hey dear thanks thank good morning afternoon evening best kind warm regards cheers welcome sorry please great
          perfect okay ok sure well right yeah yep nope oh wow congrats congratulations happy looking let lets could would should
          can will do does did is are was were have has had be been being go going get got make made need want know think say
          said see take come give tell call calling speaking sounds looks regarding per re fw fwd sent subject date attached
          american british english french german spanish italian chinese japanese korean dutch swedish indian canadian australian
          european asian irish scottish welsh african mexican brazilian russian
          microsoft google amazon apple oracle salesforce hubspot zoom teams slack gong linkedin facebook twitter office excel
          outlook sharepoint azure aws windows sql server word powerpoint teams visio dynamics sap adobe cisco ibm shopify
          internet email mail phone fax mobile address website web page link demo order invoice quote contract pricing price product
          platform cloud data api crm erp saas roi sla kpi gdpr soc iso q1 q2 q3 q4 usd eur gbp uk us usa eu
          north south east west new street road avenue city county state university college school church hospital hotel day eve
          covid christmas easter thanksgiving god jesus lord world life love sir part chapter section figure table appendix
          one two three four five six seven eight nine ten first second third last next previous calling about note
          something someone anyone nobody nothing everything anything really actually basically definitely absolutely probably
          interested available busy afraid happy glad excited able trying looking wondering sure good fine curious new
          """);

  /** Surnames that open sentences as words more often than as names. */
  static final Set<String> SURNAMES =
      words(
          """
          bell hill young long best small rich king cook page cash sale book day field fields wood woods stone banks brown green
          white black gray short wise good major post call grant chance hope power powers price case church bush ball bond cross
          love man moon park parks early fox frost gold marsh rose sharp silver snow street strong swift way west winter wolf worth
          """);

  /** Well-known firms that are called as people are. */
  static final Set<String> FIRMS =
      Set.of(
          "charles schwab",
          "calvin klein",
          "dean witter",
          "eli lilly",
          "franklin templeton",
          "harley davidson",
          "jack daniels",
          "jimmy choo",
          "john deere",
          "mary kay",
          "morgan stanley",
          "philip morris",
          "ralph lauren",
          "raymond james",
          "reed elsevier",
          "russell investments",
          "tommy hilfiger");

  private NotNames() {}

  private static Set<String> words(String text) {
    return Set.copyOf(SPACES.splitAsStream(text.strip()).distinct().toList());
  }
}

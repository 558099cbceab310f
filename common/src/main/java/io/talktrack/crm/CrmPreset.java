package io.talktrack.crm;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The column names that a CRM's own exports have. Where an export lacks a column that is not
 * required, its field stays empty.
 */
public enum CrmPreset {
  /** Ours: every field in the column of its name. */
  OWN(Map.of()),

  /**
   * The API names of data exports and queries, and the labels of reports, as the Object Reference
   * and the standard report types have them.
   */
  SALESFORCE(
      Map.of(
          CrmKind.ACCOUNTS,
              """
              account_id = Id|Account ID
              name = Name|Account Name
              domain = Website
              industry = Industry
              employees = NumberOfEmployees|Employees
              country = BillingCountry|Billing Country
              modified_at = LastModifiedDate|Last Modified Date
              is_deleted = IsDeleted|Deleted
              """,
          CrmKind.CONTACTS,
              """
              account_id = AccountId|Account ID|Account Name
              contact_id = Id|Contact ID
              name = Name|Full Name|FirstName + LastName|First Name + Last Name|LastName|Last Name
              email = Email
              title = Title
              created_date = CreatedDate|Created Date
              modified_at = LastModifiedDate|Last Modified Date
              is_deleted = IsDeleted|Deleted
              """,
          CrmKind.REPS,
              """
              rep_id = Id|User ID
              name = Name|Full Name|FirstName + LastName|First Name + Last Name
              email = Email
              team = Department|Division
              manager = Manager.Name|Manager: Full Name|Manager
              modified_at = LastModifiedDate|Last Modified Date
              """,
          CrmKind.OPPORTUNITIES,
              """
              opportunity_id = Id|Opportunity ID
              account_id = AccountId|Account ID|Account Name
              name = Name|Opportunity Name
              owner_rep_id = OwnerId|Opportunity Owner ID|Owner ID
              owner_name = Owner.Name|Opportunity Owner
              amount = Amount
              currency = CurrencyIsoCode|Opportunity Currency|Amount Currency
              created_date = CreatedDate|Created Date
              close_date = CloseDate|Close Date
              stage = StageName|Stage
              is_closed = IsClosed|Closed
              is_won = IsWon|Won
              loss_reason = Loss_Reason__c|Loss Reason
              modified_at = LastModifiedDate|Last Modified Date
              is_deleted = IsDeleted|Deleted
              snapshot_date = Snapshot Date|As of Date
              """,
          CrmKind.OPPORTUNITY_HISTORY,
              """
              opportunity_id = OpportunityId|Opportunity ID
              changed_at = CreatedDate|Edit Date|Last Modified Date
              stage = StageName|To Stage|Stage
              amount = Amount
              currency = CurrencyIsoCode
              close_date = CloseDate|Close Date
              forecast_category = ForecastCategory|Forecast Category
              """)),

  /** The default property labels of exported records, and the internal names of its API. */
  HUBSPOT(
      Map.of(
          CrmKind.ACCOUNTS,
              """
              account_id = Record ID|Company ID|hs_object_id|id
              name = Company name|Name|properties.name
              domain = Company Domain Name|properties.domain
              industry = Industry|properties.industry
              employees = Number of Employees|properties.numberofemployees
              country = Country/Region|Country|properties.country
              modified_at = Last Modified Date|properties.hs_lastmodifieddate
              is_deleted = archived
              """,
          CrmKind.CONTACTS,
              """
              account_id = Associated Company IDs (Primary)|Associated Company IDs|Primary Associated Company ID|Associated Company (Primary)|Associated Company|Company Name|properties.associatedcompanyid
              contact_id = Record ID|Contact ID|hs_object_id|id
              name = First Name + Last Name|properties.firstname + properties.lastname|Last Name
              email = Email|properties.email
              title = Job Title|properties.jobtitle
              buying_role = Buying Role|properties.hs_buying_role
              created_date = Create Date|properties.createdate
              modified_at = Last Modified Date|properties.lastmodifieddate
              is_deleted = archived
              """,
          CrmKind.REPS,
              """
              rep_id = Owner ID|User ID|id
              name = Name|First Name + Last Name|firstName + lastName
              email = Email
              team = Main team|Team|Teams
              """,
          CrmKind.OPPORTUNITIES,
              """
              opportunity_id = Record ID|Deal ID|hs_object_id|id
              account_id = Associated Company IDs (Primary)|Associated Company IDs|Associated Company (Primary)|Associated Company|properties.hs_primary_associated_company
              name = Deal Name|properties.dealname
              owner_rep_id = properties.hubspot_owner_id
              owner_name = Deal owner
              amount = Amount|properties.amount
              currency = Currency|properties.deal_currency_code
              created_date = Create Date|properties.createdate
              close_date = Close Date|properties.closedate
              stage = Deal Stage|properties.dealstage
              is_closed = Is Deal Closed?|properties.hs_is_closed
              is_won = Is Closed Won|properties.hs_is_closed_won
              loss_reason = Closed Lost Reason|properties.closed_lost_reason
              modified_at = Last Modified Date|properties.hs_lastmodifieddate
              is_deleted = archived
              """,
          CrmKind.OPPORTUNITY_HISTORY,
              """
              opportunity_id = Record ID|Deal ID
              changed_at = Date entered|Change date
              stage = Deal Stage
              """));

  private final Map<CrmKind, String> columns;

  CrmPreset(Map<CrmKind, String> columns) {
    this.columns = columns;
  }

  /** Our field to the source's columns. */
  Map<String, String> columns(CrmKind kind) {
    if (!columns.containsKey(kind)) {
      return kind.ownColumns();
    }

    Map<String, String> byField = new LinkedHashMap<>();
    Arrays.stream(columns.get(kind).split("\\n"))
        .map(line -> line.split(" = ", 2))
        .forEach(parts -> byField.put(parts[0], parts[1]));
    return byField;
  }
}

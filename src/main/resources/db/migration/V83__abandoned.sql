-- A follow-up, a dispute or a question whose process somebody has taken away is over, and says so.
alter table follow_up drop constraint follow_up_outcome_check;
alter table follow_up add constraint follow_up_outcome_check
    check (outcome in ('REACHED', 'CONTACTED', 'LAPSED', 'POSTPONED', 'MERGED', 'ABANDONED'));
alter table ownership_dispute drop constraint ownership_dispute_outcome_check;
alter table ownership_dispute add constraint ownership_dispute_outcome_check
    check (outcome in ('OWNER', 'CLAIMANT', 'NOBODY', 'LAPSED', 'SETTLED', 'ERASED', 'ABANDONED'));
alter table escalation drop constraint escalation_relay_outcome_check;
alter table escalation add constraint escalation_relay_outcome_check
    check (relay_outcome in ('RELAYED', 'NOT_REACHED', 'ABANDONED'));

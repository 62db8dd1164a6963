// Commissions that cannot be invoiced yet, because the house or the firm has not said who it is (P9.identity): kept as
// they were booked, invoiced by the worker as soon as both have.
#pragma once

#include "desks/works/commission/commission.hpp"

namespace works::commission {

// Store
struct Held {
  Closed closed;
  base::Day closed_on;
};
void insert_held(db::Transaction& tx, const Held& held);
bool forget_held(db::Transaction& tx, MandateId mandate);                         // false: another server was first
std::vector<Held> to_invoice(db::Transaction& tx, MandateId after, int limit);    // oldest job first
base::Money held_of(db::Transaction& tx, identity::OrganisationId organisation);  // with VAT; nothing: none waits
std::optional<Held> held_by_entry(db::Transaction& tx, ledger::EntryId entry);    // reversed ones too
enum class Counts { no, yes };                                                    // no: its entry is reversed
void set_counts(db::Transaction& tx, MandateId mandate, Counts counts);

void hold(platform::Act& act, const Held& held);  // an administrator's task; the firm is told what it can say
// W30: an administrator's reversal of its entry ends the task, the reversal of that opens it again. False: none of this
// entry waits.
bool held_corrected(platform::Act& act, ledger::EntryId entry, Counts counts);
int invoice_held(platform::Platform& platform);  // the worker's duty; how many. Safe on several servers

}  // namespace works::commission

#include "desks/works/bank/bank.hpp"
#include "desks/works/bonus/bonus.hpp"
#include "desks/works/debit_mandate/debit_mandate.hpp"
#include "desks/works/money/money_file.hpp"
#include "floor/audit/audit.hpp"
#include "floor/payments/payments.hpp"

namespace works::bank {

base::Outcome<base::Done> change(platform::Platform& platform, const identity::Actor& actor, const Account& account) {
  return platform.act(platform::Author::of(actor), [&](platform::Act& act) -> base::Outcome<base::Done> {
    const auto before = find(act.tx, actor.organisation);
    save(act, actor.organisation, account);
    audit::record(act, {"works.bank.changed", money::file_of(actor.organisation), {}});
    if (before && before->iban != account.iban) {
      debit_mandate::account_changed(act, actor.organisation, account.iban);
      payments::stop_account(act, actor.organisation, before->iban, "Compte bancaire remplacé par son titulaire.");
    }
    bonus::catch_up(act, actor.organisation);
    return base::Done{};
  });
}

}  // namespace works::bank

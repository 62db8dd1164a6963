#include "desks/works/admission/application.hpp"
#include "desks/works/claim/declaration.hpp"
#include "desks/works/insured/follow_link.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/trade/trade.hpp"
#include "floor/audit/audit.hpp"

namespace works::claim {
namespace {

// « Peinture, Plomberie » of all lots.
std::string trades_text(const Declaration& declared) {
  std::string text;
  for (const auto& lot : declared.lots)
    for (const auto& slug : lot) text += (text.empty() ? "" : ", ") + std::string(trade::find(slug)->label);
  return text;
}

Claim new_claim(platform::Act& act, const identity::Actor& broker, const Declaration& declared) {
  Claim claim{};
  claim.id = {act.ids.next()};
  claim.reference = next_reference(act.tx, broker.organisation, base::paris::day_of(act.now).year());
  claim.broker = broker.organisation;
  claim.declared_by = broker.account;
  claim.declared_at = act.now;
  claim.kind = declared.kind;
  claim.loss_day = declared.loss_day;
  claim.insured = declared.insured;
  claim.place = declared.place;
  claim.description = declared.description;
  claim.emergency = declared.emergency;
  claim.needed_from = declared.needed_from;
  claim.insurer = declared.insurer;
  claim.insurer_name = declared.insurer_name;
  claim.insurer_email = declared.insurer_email;
  claim.insurer_claim_number = declared.insurer_claim_number;
  claim.insured_informed = true;
  claim.form_key = declared.form_key;
  claim.trades_text = trades_text(declared);
  claim.status = Status::awaiting_quote;
  claim.detail = Detail::to_assign;
  claim.waiting_for = WaitingFor::broker;
  return claim;
}

}  // namespace

base::Outcome<ClaimId> declare(platform::Platform& platform, const identity::Actor& broker, const Declaration& declared,
                               const std::vector<documents::Prepared>& attachments) {
  const auto act_once = [&](platform::Act& act) -> base::Outcome<ClaimId> {
    if (admission::has_left(act.tx, broker.organisation)) return admission::already_left;  // W7
    if (auto lapsed = admission::lapse_of(act.tx, broker.organisation, base::paris::day_of(act.now))) return *lapsed;
    if (const auto made = find_by_form_key(act.tx, broker.organisation, declared.form_key)) return *made;
    const Claim claim = new_claim(act, broker, declared);
    insert(act.tx, claim);
    int position = 0;
    for (const auto& trades : declared.lots)
      lot::insert(act.tx, {{act.ids.next()}, claim.id, ++position, trades, lot::State::to_assign, {}});
    for (const auto& attachment : attachments)
      documents::attach(act, attachment,
                        {.owner = broker.organisation,
                         .file = file_of(claim.id),
                         .kind = attachment.type == documents::MediaType::pdf ? "claim_document" : "photo"});
    audit::record(act, {"works.claim.declared", file_of(claim.id), {{"lots", std::to_string(declared.lots.size())}}});
    insured::invite(act, claim, broker.organisation_name);
    return claim.id;
  };
  try {
    return platform.act(platform::Author::of(broker), act_once);
  } catch (const db::UniqueViolation&) {  // the same form from two tabs at once: the other one won
    return platform.act(platform::Author::of(broker), act_once);
  }
}

}  // namespace works::claim

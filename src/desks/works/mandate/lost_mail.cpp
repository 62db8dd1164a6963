// What a mail that does not reach its reader does to its file, and to who counts on it (W15.mail_lost).
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/mandate/mandate_steps.hpp"
#include "desks/works/task/task.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/email_key.hpp"
#include "floor/links/links.hpp"
#include "floor/messages/returned_addresses.hpp"

namespace works::mandate {
namespace {

enum class Addressee { broker, firm, insured, insurer };

Addressee addressee_of(const claim::Claim& claim, const messages::Recipient& to) {
  if (to.organisation == claim.broker) return Addressee::broker;
  if (to.organisation) return Addressee::firm;
  const bool insured =
      claim.insured.email && identity::email_key(*claim.insured.email) == identity::email_key(to.address);
  return insured ? Addressee::insured : Addressee::insurer;
}

std::string_view fact_code(Addressee addressee) {
  switch (addressee) {
    case Addressee::broker:
      return "works.mail.lost_broker";
    case Addressee::firm:
      return "works.mail.lost_firm";
    case Addressee::insured:
      return "works.mail.lost_insured";
    case Addressee::insurer:
      return "works.mail.lost_insurer";
  }
  MANDAT_ASSERT(!"every addressee has its fact");
  return {};
}

// The request that the mail asked an answer to; else the firm's last mandate of the claim.
std::optional<Mandate> mandate_of(platform::Act& act, const messages::Message& message) {
  const auto link = message.link ? links::find(act.tx, message.link) : std::nullopt;
  if (link && link->purpose == "works.answer") return find(act.tx, MandateId{link->subject_id});
  std::optional<Mandate> last;
  for (const auto& mandate : of_claim(act.tx, ClaimId{message.file.id}))
    if (mandate.tradesman == message.to.organisation) last = mandate;
  return last;
}

void tell_of_firm(platform::Act& act, const messages::Message& message) {
  auto mandate = mandate_of(act, message);
  if (!mandate || mandate->mail_lost || !live(mandate->state)) return;
  mandate->mail_lost = true;
  save(act.tx, *mandate);
  const auto about = subject_of(act, *mandate);
  letters::alert_mail_lost(act, about.view(*mandate));
  lot::project(act, mandate->claim);
}

void open_task(platform::Act& act, const messages::Message& message, ClaimId claim) {
  const auto returned = messages::returned(act.tx, message.to.address);
  if (!returned) return;
  task::open(act, {.kind = task::Kind::mail_returned,
                   .claim = claim,
                   .organisation = message.to.organisation,
                   .subject = returned->id.value});
}

}  // namespace

void note_lost_mail(platform::Act& act, const messages::Message& message) {
  if (message.channel != messages::Channel::mail) return;
  const ClaimId id{message.file.kind == claim_file_kind ? message.file.id : 0};
  open_task(act, message, id);
  const auto claim = id ? claim::find(act.tx, id) : std::nullopt;
  if (!claim) return;
  const auto addressee = addressee_of(*claim, message.to);
  audit::record(act, {fact_code(addressee),
                      file_of(id),
                      {{"message", std::to_string(message.id.value)},
                       {"firm", std::to_string(addressee == Addressee::firm ? message.to.organisation.value : 0)}}});
  switch (addressee) {
    case Addressee::broker:
      return;  // he reads it on his own pages; a mail would not reach him
    case Addressee::firm:
      return tell_of_firm(act, message);
    case Addressee::insured:
    case Addressee::insurer:
      return letters::alert_mail_lost(act, *claim, message);
  }
}

}  // namespace works::mandate

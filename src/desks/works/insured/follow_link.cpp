#include "desks/works/insured/follow_link.hpp"

#include "base/identifiers.hpp"
#include "base/text.hpp"
#include "desks/works/claim/completion.hpp"
#include "floor/audit/audit.hpp"
#include "floor/messages/messages.hpp"

namespace works::insured {

void invite(platform::Act& act, const claim::Claim& claim, std::string_view broker_name) {
  if (!claim.insured.email) return;
  links::revoke_all(act, follow_link, claim.id.value);
  const auto link = links::issue(act, {.purpose = follow_link,
                                       .file = file_of(claim.id),
                                       .subject_id = claim.id.value,
                                       .recipient = {},
                                       .channel = links::Channel::mail});
  messages::enqueue(
      act,
      {.channel = messages::Channel::mail,
       .to = {.organisation = {}, .account = {}, .address = *claim.insured.email},
       .subject = "Suivez votre sinistre " + claim.reference,
       .body = "Bonjour " + claim.insured.name + ",\n\n" + std::string(broker_name) +
               " s’occupe de faire réparer votre sinistre et cherche une entreprise pour vous.\n\nOù en est le "
               "dossier, qui vient et quand, ce qui est attendu de vous :\n{lien}\n\nUn code vous sera envoyé à cette "
               "adresse pour ouvrir cette page. L’entreprise qui accepte le chantier reçoit vos coordonnées ; vous "
               "pouvez en choisir une autre : dites-le à votre courtier.",
       .link = link,
       .link_path = "/suivi/",
       .file = file_of(claim.id)});
  audit::record(act, {"works.follow.sent", file_of(claim.id), {}});
}

base::Outcome<base::Done> send_again(platform::Platform& platform, const identity::Actor& broker, ClaimId id,
                                     std::string_view email) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> base::Outcome<base::Done> {
    auto claim = claim::find(act.tx, id, broker);
    if (!claim) return unknown_claim;
    const auto address = base::EmailAddress::parse(base::trim(email));
    if (!address) return base::Refusal{bad_email, "email"};
    claim::Insured insured = claim->insured;
    insured.email = address->text();
    claim::put_insured(act, *claim, insured);
    invite(act, *claim, broker.organisation_name);
    return base::Done{};
  });
}

base::Outcome<base::Done> withdraw(platform::Platform& platform, const identity::Actor& broker, ClaimId id) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> base::Outcome<base::Done> {
    const auto claim = claim::find(act.tx, id, broker);
    if (!claim) return unknown_claim;
    if (!stop(act, id)) return not_sent;
    return base::Done{};
  });
}

bool stop(platform::Act& act, ClaimId id) {
  const auto link = links::latest(act.tx, follow_link, id.value);
  if (!link || link->revoked) return false;
  links::revoke_all(act, follow_link, id.value);
  audit::record(act, {"works.follow.withdrawn", file_of(id), {}});
  return true;
}

std::optional<Followed> followed(db::Transaction& tx, const platform::Settings& settings, std::string_view token) {
  auto link = workspace::open(tx, settings, token, follow_link);
  if (!link) return std::nullopt;
  const ClaimId id{link->subject_id};
  const auto claim = claim::find(tx, id);
  if (!claim || !claim->insured.email) return std::nullopt;
  return Followed{id,
                  {.link = *std::move(link),
                   .email = *claim->insured.email,
                   .what = "le suivi de votre sinistre",
                   .page = web::html::Url::path("/suivi/{}", token),
                   .codes = web::html::Url::path("/suivi/{}/code", token)}};
}

}  // namespace works::insured

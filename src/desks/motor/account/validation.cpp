// What a firm decides about an attachment, and what the garage hears of it (M4, M5, M31).
#include "base/text.hpp"
#include "desks/motor/account/account.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/identity/memberships.hpp"
#include "floor/joining/firm.hpp"
#include "floor/messages/messages.hpp"

namespace motor::account {
namespace {

struct Word {
  std::string subject, body;
};

void mail(platform::Act& act, identity::OrganisationId organisation, identity::AccountId account, const Word& word) {
  const auto found = identity::account(act.tx, account);
  MANDAT_ASSERT(found);
  messages::enqueue(act, {.channel = messages::Channel::mail,
                          .to = {.organisation = organisation, .account = account, .address = found->email.text()},
                          .subject = base::squeeze(word.subject),
                          .body = word.body});
}

// To everybody of the repairer who may read it.
void tell(platform::Act& act, identity::OrganisationId repairer, const Word& word) {
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = repairer},
                          .subject = base::squeeze(word.subject),
                          .body = word.body});
  for (const auto& member : identity::members(act.tx, repairer)) {
    if (member.role != identity::Role::manager || identity::hold_of(act.tx, member.account)) continue;
    mail(act, repairer, member.account, word);
  }
}

Word activation(const std::string& firm, const std::string& public_url) {
  return {"Votre compte est activé",
          "Bonjour,\n\n" + firm +
              " a validé votre inscription : votre compte est activé.\n\nConnectez-vous avec votre adresse "
              "e-mail et le mot de passe choisi à l’inscription :\n" +
              public_url +
              "/connexion\n\nSi vous l’avez oublié, "
              "choisissez « Mot de passe oublié » : personne d’autre que vous ne le connaît."};
}

Word refusal(const std::string& firm, std::string_view reason) {
  return {"Votre inscription n’a pas été validée",
          "Bonjour,\n\n" + firm + " n’a pas validé votre demande, pour ce motif :\n« " + std::string(reason) +
              " »\n\nVous pouvez la corriger et la refaire depuis « Je n’ai pas de compte » sur la page de connexion."};
}

// Whose account waits for this answer: who asked; of requests made before that was kept, all who wait.
std::vector<identity::AccountId> concerned(db::Transaction& tx, const attachment::Attachment& made) {
  auto held = identity::held_members(tx, made.repairer);
  const bool asks = identity::membership_state(tx, made.repairer, made.asked_by) == identity::MembershipState::asked;
  if (asks && !identity::anybody_in(tx, made.repairer, made.asked_by)) held.push_back(made.asked_by);
  if (made.asked_by) std::erase_if(held, [&](identity::AccountId account) { return account != made.asked_by; });
  return held;
}

// Who asks to join a firm is let in by its managers; by the cabinet only where nobody is in yet (P1.asked).
void let_in(platform::Act& act, const attachment::Attachment& made) {
  if (!identity::anybody_in(act.tx, made.repairer, made.asked_by)) identity::admit(act, made.repairer, made.asked_by);
}

// Waits still for an answer elsewhere, or has one that is good.
bool has_another(db::Transaction& tx, const attachment::Attachment& decided) {
  for (const auto& other : attachment::of_repairer(tx, decided.repairer))
    if (other.id != decided.id && other.state != attachment::State::refused) return true;
  return false;
}

std::string sentence_of(std::string_view reason) {
  std::string text = base::squeeze(reason);
  if (!text.empty() && text.back() != '.' && text.back() != '!' && text.back() != '?') text += '.';
  return text;
}

}  // namespace

base::Outcome<base::Done> validate(platform::Platform& platform, const identity::Actor& firm, AttachmentId id) {
  return platform.act(platform::Author::of(firm), [&](platform::Act& act) -> base::Outcome<base::Done> {
    if (auto confirmed = attachment::confirm(act, firm, id); !confirmed) return confirmed;
    const auto made = attachment::find(act.tx, id, firm).value();
    identity::add_kind(act.tx, made.repairer, identity::OrganisationKind::repairer);  // of a firm known as another kind
    const auto held = concerned(act.tx, made);
    let_in(act, made);
    for (const auto account : held) {
      identity::release(act, account);
      mail(act, made.repairer, account, activation(firm.organisation_name, platform.settings.public_url));
      audit::record(act, {"motor.account.activated", file_of(id), {{"account", std::to_string(account.value)}}});
    }
    if (held.empty())
      tell(act, made.repairer,
           {"Rattachement confirmé", firm.organisation_name +
                                         " a confirmé le rattachement de votre "
                                         "établissement " +
                                         made.siret + " : ses dossiers sont dans votre liste."});
    return base::Done{};
  });
}

base::Outcome<base::Done> refuse(platform::Platform& platform, const identity::Actor& firm, AttachmentId id,
                                 std::string_view reason) {
  return platform.act(platform::Author::of(firm), [&](platform::Act& act) -> base::Outcome<base::Done> {
    if (auto refused = attachment::refuse(act, firm, id, reason); !refused) return refused;
    const auto made = attachment::find(act.tx, id, firm).value();
    const Word word = refusal(firm.organisation_name, made.reason);
    const auto held = concerned(act.tx, made);
    if (held.empty()) {
      tell(act, made.repairer,
           {"Rattachement refusé", firm.organisation_name +
                                       " n’a pas confirmé le rattachement de votre "
                                       "établissement " +
                                       made.siret + " : « " + made.reason + " »"});
    } else if (!has_another(act.tx, made)) {
      for (const auto account : held) {
        identity::refuse_held(act, account, sentence_of(reason));
        mail(act, made.repairer, account, word);
      }
    }
    return base::Done{};
  });
}

base::Outcome<base::Done> end(platform::Platform& platform, const identity::Actor& firm, AttachmentId id,
                              std::string_view reason) {
  return platform.act(platform::Author::of(firm), [&](platform::Act& act) -> base::Outcome<base::Done> {
    if (auto ended = attachment::withdraw(act, firm, id, reason); !ended) return ended;
    const auto made = attachment::find(act.tx, id, firm).value();
    tell(act, made.repairer,
         {"Rattachement terminé", firm.organisation_name +
                                      " a mis fin au rattachement de votre "
                                      "établissement " +
                                      made.siret + " : « " + made.reason + " »"});
    return base::Done{};
  });
}

base::Outcome<base::Done> ask_attachment(platform::Platform& platform, const identity::Actor& repairer,
                                         const web::Fields& typed) {
  return platform.act(platform::Author::of(repairer), [&](platform::Act& act) -> base::Outcome<base::Done> {
    base::Refusals refusals;
    const auto siret = joining::check_siret(typed, "siret", refusals);
    joining::check_postal_code(typed, "postal_code", refusals);
    const auto firm = chosen_firm(act.tx, typed.get("cabinet"));
    if (!firm) refusals.push_back({joining::choice_missing, "cabinet"});
    const auto own = identity::organisation(act.tx, repairer.organisation).value();
    if (siret && own.siren && base::siren_of(*siret) != *own.siren)
      refusals.push_back({identity::siret_of_another, "siret"});
    const auto known = siret ? identity::establishment_with(act.tx, *siret) : std::nullopt;
    if (known && known->organisation != repairer.organisation)
      refusals.push_back({identity::siret_of_another, "siret"});
    if (!refusals.empty()) return refusals;
    const auto establishment = joining::establishment_for(act, repairer.organisation, *siret,
                                                          base::PostalCode::parse(typed.get("postal_code")).value());
    const auto before = attachment::find(act.tx, *firm, establishment.id);
    if (before && before->state != attachment::State::refused) return base::Refusal{already_attached, "cabinet"};
    attachment::request(act, *firm, establishment);
    messages::enqueue(act, {.channel = messages::Channel::notice,
                            .to = {.organisation = *firm},
                            .subject = "Un réparateur demande un rattachement",
                            .body = repairer.organisation_name + " demande le rattachement de son établissement " +
                                    siret->text() + " à votre cabinet."});
    return base::Done{};
  });
}

base::Outcome<base::Done> change_mobile(platform::Platform& platform, const identity::Actor& actor,
                                        std::string_view typed) {
  return platform.act(platform::Author::of(actor), [&](platform::Act& act) -> base::Outcome<base::Done> {
    std::string region;
    for (const auto& establishment : identity::establishments_of(act.tx, actor.organisation))
      if (region.empty()) region = establishment.postal_code.text();
    const auto phone = base::Phone::parse(typed, region);
    if (!phone || !phone->mobile()) return base::Refusal{joining::bad_mobile, "mobile"};
    const auto account = identity::account(act.tx, actor.account).value();
    return identity::change_profile(act, actor.account, {account.name, *phone});
  });
}

}  // namespace motor::account

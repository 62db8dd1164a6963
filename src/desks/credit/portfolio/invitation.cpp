#include "desks/credit/portfolio/invitation.hpp"

#include "base/identifiers.hpp"
#include "base/text.hpp"
#include "desks/credit/placement/correction.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/portfolio/questionnaire_chase.hpp"
#include "floor/audit/audit.hpp"
#include "floor/messages/messages.hpp"

namespace credit::portfolio {
namespace {

using placement::Placement;

void write(platform::Act& act, const Placement& placement, const Invitation& invitation, const std::string& broker) {
  messages::enqueue(
      act,
      {.channel = messages::Channel::mail,
       .to = {.organisation = {}, .account = {}, .address = invitation.email},
       .subject = "Votre questionnaire d’assurance-crédit",
       .body = "Bonjour " + placement.contact.name + ",\n\n" + broker +
               " prépare votre assurance-crédit et a besoin de quelques informations : votre activité, vos dix à vingt "
               "plus gros clients, vos impayés des trois dernières années.\n\nRemplissez-les ici, en plusieurs fois si "
               "vous voulez, sur ordinateur ou sur téléphone :\n{lien}\n\nTout est gardé au fur et à mesure. Un code "
               "vous sera envoyé à cette adresse pour ouvrir le questionnaire.",
       .link = invitation.link,
       .link_path = "/questionnaire/",
       .file = file_of(placement.id)});
}

}  // namespace

base::Outcome<base::Done> invite(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                 std::string_view email) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> base::Outcome<base::Done> {
    auto placement = placement::find(act.tx, id, broker);
    if (!placement) return placement::unknown_placement;
    if (placement->step != placement::Step::information) return placement::wrong_step;
    const auto address = base::EmailAddress::parse(base::trim(email));
    if (!address) return base::Refusal{email_missing, "email"};
    links::revoke_all(act, questionnaire_link, id.value);
    const auto link = links::issue(act, {.purpose = questionnaire_link,
                                         .file = file_of(id),
                                         .subject_id = id.value,
                                         .recipient = {},
                                         .channel = links::Channel::mail});
    const Invitation invitation{link, address->text(), act.now, {}};
    save(act.tx, id, invitation);
    start_chasing(act, id);
    write(act, *placement, invitation, broker.organisation_name);
    audit::record(act, {"credit.questionnaire.sent", file_of(id), {}});
    if (placement->contact.email.empty()) {
      placement->contact.email = invitation.email;
      placement::save(act.tx, *placement);
      placement::note_corrected(act, id, {placement::Part::contact_email});
    }
    if (placement->waiting_for != placement::WaitingFor::company)
      placement::hand_to(act, *placement, placement::WaitingFor::company, placement->company.name);
    return base::Done{};
  });
}

base::Outcome<base::Done> withdraw(platform::Platform& platform, const identity::Actor& broker, PlacementId id) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> base::Outcome<base::Done> {
    auto placement = placement::find(act.tx, id, broker);
    if (!placement) return placement::unknown_placement;
    auto invitation = invitation_of(act.tx, id);
    if (!invitation || invitation->withdrawn_at) return not_invited;
    links::revoke_all(act, questionnaire_link, id.value);
    invitation->withdrawn_at = act.now;
    stop_chasing(act, id);
    save(act.tx, id, *invitation);
    audit::record(act, {"credit.questionnaire.withdrawn", file_of(id), {}});
    if (placement->step == placement::Step::information && placement->waiting_for == placement::WaitingFor::company)
      placement::hand_to(act, *placement, placement::WaitingFor::broker);
    return base::Done{};
  });
}

base::Outcome<base::Done> join_space(platform::Platform& platform, const identity::Actor& company, PlacementId id) {
  return platform.act(platform::Author::of(company), [&](platform::Act& act) -> base::Outcome<base::Done> {
    auto placement = placement::find(act.tx, id);
    if (!placement) return placement::unknown_placement;
    if (placement->company_space == company.organisation) return base::Done{};
    if (placement->company_space) return placement::unknown_placement;
    placement->company_space = company.organisation;
    placement::save(act.tx, *placement);
    audit::record(act, {"credit.placement.space", file_of(id), {}});
    return base::Done{};
  });
}

std::optional<Invited> invited(db::Transaction& tx, const platform::Settings& settings, std::string_view token) {
  auto link = workspace::open(tx, settings, token, questionnaire_link);
  if (!link) return std::nullopt;
  const PlacementId id{link->subject_id};
  const auto invitation = invitation_of(tx, id);
  if (!invitation || invitation->link != link->id) return std::nullopt;
  return Invited{id,
                 {.link = *std::move(link),
                  .email = invitation->email,
                  .what = "le questionnaire",
                  .page = web::html::Url::path("/questionnaire/{}", token),
                  .codes = web::html::Url::path("/questionnaire/{}/code", token)}};
}

}  // namespace credit::portfolio

// What discipline brings to the desk: routes, rail, sentences, words of facts.
#include "desks/works/discipline/discipline_pages.hpp"

namespace works::discipline {
namespace {
constexpr identity::KindSet administrators{identity::OrganisationKind::administrator};
}

std::span<const visit::Route> routes() {
  using visit::Permission;
  using enum web::Method;
  static constexpr visit::Route rows[] = {
      {get, "/administration/discipline", Permission::of(administrators), show_discipline},
      {post, "/administration/discipline/{}", Permission::of(administrators, identity::Role::member), post_decision},
      {post, "/administration/discipline/{}/reactivation", Permission::of(administrators, identity::Role::member),
       post_reactivation},
  };
  return rows;
}

std::vector<visit::NavItem> nav() {
  return {{.label = "Discipline",
           .url = web::html::Url("/administration/discipline"),
           .icon = web::ui::Icon::alert,
           .section = "Travaux",
           .accent = web::ui::Accent::works,
           .kinds = administrators}};
}

std::span<const web::Sentence> sentences() {
  static constexpr web::Sentence rows[] = {
      {"works.discipline.unknown", "Cette proposition ou cette entreprise n’existe pas."},
      {"works.discipline.not_to_decide",
       "Cette proposition n’attend pas de décision\u00a0: elle a changé entre-temps."},
      {"works.discipline.still_busy",
       "Cette entreprise a un chantier, une demande ou une commission en cours\u00a0: elle n’est plus inactive."},
      {"works.discipline.verdict_missing", "Choisissez\u00a0: désactiver ou garder l’entreprise."},
      {"works.discipline.reason_missing",
       "Indiquez le motif de votre décision\u00a0: l’entreprise le lira. 500 caractères au plus."},
      {"works.discipline.not_suspended", "Cette entreprise n’est pas désactivée."},
  };
  return rows;
}

std::vector<std::pair<std::string_view, std::string_view>> words() {
  return {{"works.firm.noticed", "Préavis de désactivation envoyé"},
          {"works.firm.notice_lifted", "Préavis de désactivation levé"},
          {"works.firm.deactivation_proposed", "Désactivation proposée"},
          {"works.firm.deactivated", "Entreprise désactivée"},
          {"works.firm.kept", "Entreprise maintenue dans le réseau"},
          {"works.firm.reactivated", "Entreprise réactivée"},
          {"works.firm.warning_over", "Un avertissement ne compte plus"}};
}

}  // namespace works::discipline

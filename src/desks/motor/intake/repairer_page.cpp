// POST /reparateurs/dossiers/{}/reparateur, GET /reparateurs/sirets: whose vehicle it is to repair (M31).
#include "base/text.hpp"
#include "desks/motor/attachment/siret_reading.hpp"
#include "desks/motor/attachment/siret_rules.hpp"
#include "desks/motor/file/file_form.hpp"
#include "desks/motor/file/file_history.hpp"
#include "desks/motor/file/file_repairer.hpp"
#include "desks/motor/file/file_view_words.hpp"
#include "desks/motor/intake/intake_pages.hpp"
#include "desks/motor/page/file_view.hpp"
#include "floor/visit/page.hpp"

namespace motor::intake {

web::Response post_repairer(visit::Visit& visit) {
  const FileId id{visit.id()};
  const auto& form = visit.request.form;
  const bool detach = form.get("acte") == "detacher";
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) -> base::Outcome<base::Done> {
    const auto file = file::find(act.tx, id);
    if (!file || file->cabinet != visit.actor().organisation) return file::unknown;
    if (detach) return file::entrust(act, visit.actor(), id, std::nullopt);
    base::Refusals refusals;
    const auto siret = attachment::read_siret(act.tx, visit.actor().organisation, form.get(file::field::siret),
                                              file::field::siret, refusals);
    if (!refusals.empty()) return refusals;
    if (!siret) return base::Refusal{file::siret_missing, std::string(file::field::siret)};
    return file::entrust(act, visit.actor(), id, siret);
  });
  if (!done) return page::show_again(visit, id, done.refusals());
  const auto file = visit.platform.database.read([&](db::Transaction& tx) { return file::find(tx, id).value(); });
  const std::string told = detach          ? "Le réparateur est détaché : il ne voit plus le dossier."
                           : file.repairer ? "Le réparateur est rattaché : il voit le dossier dans sa liste."
                                           : "Aucun compte validé n’a ce SIRET : le dossier l’attend.";
  return page::after(visit, id, done, told);
}

web::Response show_sirets(visit::Visit& visit) {
  constexpr std::size_t most = 12;
  const std::string typed(visit.request.query.get(file::field::siret));
  const std::string digits = attachment::siret_digits(typed);
  const std::string words = base::fold(typed);
  std::vector<std::string> options;
  if (!words.empty()) {
    const auto known = visit.platform.database.read(
        [&](db::Transaction& tx) { return attachment::known_to(tx, visit.actor().organisation); });
    for (const auto& one : known) {
      const bool fits =
          one.siret.starts_with(digits) || (" " + base::fold(one.name)).find(" " + words) != std::string::npos;
      if (fits && options.size() < most) options.push_back(file::siret_spaced(one.siret) + " · " + one.name);
    }
  }
  return visit::fragment(web::ui::suggestion_options(options));
}

std::vector<visit::Route> routes() {
  using identity::OrganisationKind;
  using identity::Role;
  using enum web::Method;
  using enum visit::Pace;
  constexpr auto firm = visit::Permission::of({OrganisationKind::adjusting_firm}, Role::member);
  return {
      {get, "/reparateurs/nouveau", firm, show_new},
      {post, "/reparateurs/nouveau", firm, post_new},
      {get, "/reparateurs/dossiers/{}/correction", firm, show_correction},
      {post, "/reparateurs/dossiers/{}/correction", firm, post_correction},
      {post, "/reparateurs/dossiers/{}/reparateur", firm, post_repairer},
      {get, "/reparateurs/sirets", firm, show_sirets},
      {get, "/reparateurs/import", firm, show_import},
      {post, "/reparateurs/import", firm, post_import, waits},
      {get, "/reparateurs/import/modele.xlsx", firm, show_model},
  };
}

}  // namespace motor::intake

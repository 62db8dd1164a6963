// GET /licences: what stands in the binary that others made, each with its licence as its package gives it. The texts
// are gathered by assets/build.mjs, none is written here.
#include "floor/visit/licences_page.hpp"

#include <vector>

#include "base/assert.hpp"
#include "base/embedded.hpp"
#include "base/text.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"

namespace visit {
namespace {

using namespace web::html;
namespace ui = web::ui;

struct Licence {
  std::string_view part, name, version, licence, text;
};

// licences.txt: records that end with a form feed; the first line holds four fields parted by tabs, the text follows.
std::vector<Licence> read_licences() {
  const base::EmbeddedFile* file = base::find_embedded(embedded_assets, "licences.txt");
  MANDAT_ASSERT(file != nullptr);
  std::vector<Licence> all;
  for (const std::string_view record : base::split(file->text(), '\f')) {
    if (base::trim(record).empty()) continue;
    const auto line_end = record.find('\n');
    const auto fields = base::split(record.substr(0, line_end), '\t');
    MANDAT_ASSERT(line_end != std::string_view::npos && fields.size() == 4);
    all.push_back({fields[0], fields[1], fields[2], fields[3], record.substr(line_end + 1)});
  }
  return all;
}

Markup entry(const Licence& licence) {
  const std::string title = std::string(licence.name) + " " + std::string(licence.version);
  return ui::card({.title = title},
                  fragment(p(cls("quiet"), licence.part, " · ", licence.licence),
                           ui::disclosure("Texte de la licence", ui::Fold::closed,
                                          pre(cls("licence-text"), attr("tabindex", 0),
                                              aria("label", "Licence de " + title), role("region"), licence.text))));
}

Markup data_origins() {
  const auto outside = [](const Url& url, std::string_view text) {
    return a(href(url), attr("rel", "noreferrer"), text);
  };
  return ui::card(
      {.title = "Données"},
      fragment(p("Communes, codes postaux, populations : INSEE, DGCL et La Poste, sous ",
                 outside("https://www.etalab.gouv.fr/licence-ouverte-open-licence/", "Licence Ouverte 2.0"), "."),
               p("Positions des communes : GeoNames, sous ",
                 outside("https://creativecommons.org/licenses/by/4.0/deed.fr", "CC BY 4.0"),
                 " ; arrondies, complétées et rapprochées des codes de l’INSEE."),
               p("Mots de passe refusés parce que trop répandus : d’après zxcvbn, de Dan Wheeler, sous licence MIT.")));
}

}  // namespace

web::Response show_licences(Visit& visit) {
  static const std::vector<Licence> all = read_licences();
  return page(visit, {.title = "Licences",
                      .body = ui::page_header({.title = "Licences",
                                               .lead = "Ce que ce programme contient et que d’autres ont fait."}) +
                              div(cls("stack"), data_origins(), each(all, entry)),
                      .width = ui::Frame::Width::reading});
}

}  // namespace visit

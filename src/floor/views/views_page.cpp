#include "base/french.hpp"
#include "floor/views/views.hpp"
#include "floor/visit/flash.hpp"
#include "floor/visit/page.hpp"
#include "web/forms.hpp"
#include "web/html/elements.hpp"
#include "web/ui/dropdown.hpp"
#include "web/ui/form.hpp"

namespace views {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;

std::string_view query_of(std::string_view address) {
  const auto mark = address.find('?');
  return mark == std::string_view::npos ? std::string_view() : address.substr(mark + 1);
}

// A saved query was written by us, field by field.
Url address_of(const Url& list, const View& view) {
  Url url = list;
  if (const auto fields = web::parse_form(view.query))
    for (const auto& [name, value] : fields->pairs()) url = url.query(name, value);
  return url;
}

Markup line(const visit::Visit& visit, const View& view, const Url& list, std::string_view current) {
  const bool shown = view.query == current;
  return html::li(
      html::cls("view-line"),
      html::a(html::cls("menu-item"), html::href(address_of(list, view)),
              html::when(shown, html::aria("current", "page")),
              web::ui::icon(shown ? web::ui::Icon::check : web::ui::Icon::star), html::span(view.name)),
      html::form(
          html::method_post(), html::action(Url("/vues/suppression")), web::ui::csrf_input(visit::csrf_token(visit)),
          web::ui::hidden_field("vue", std::to_string(view.id.value)), web::ui::hidden_field("liste", list.text()),
          html::button(html::cls("btn btn-quiet"), html::type("submit"),
                       html::aria("label", "Supprimer la vue " + view.name), web::ui::icon(web::ui::Icon::trash))));
}

// Back to the list, with the view and what there is to say.
web::Response back(const visit::Visit& visit, std::string_view list, std::string_view query,
                   const web::ui::Flash& flash) {
  auto response = web::redirect(std::string(list).append(query.empty() ? "" : "?").append(query));
  visit::keep_flash(response, visit, flash);
  return response;
}

}  // namespace

Markup menu(const visit::Visit& visit, const std::vector<View>& saved, const Url& list, const Url& current) {
  const std::string_view query = query_of(current.text());
  Markup panel;
  if (!saved.empty())
    panel += html::ul(html::cls("menu-links"),
                      html::each(saved, [&](const View& view) { return line(visit, view, list, query); }));
  panel += web::ui::form({.action = "/vues",
                          .csrf_token = visit::csrf_token(visit),
                          .submit = "Enregistrer cette vue",
                          .look = web::ui::Look::secondary},
                         web::ui::hidden_field("liste", list.text()) + web::ui::hidden_field("requete", query) +
                             web::ui::text_field({.name = "nom", .label = "Nom de la vue affichée"}));
  return web::ui::dropdown("Mes vues", web::ui::Icon::star, panel);
}

web::Response post_view(visit::Visit& visit) {
  const auto& form = visit.request.form;
  const NewView view{std::string(form.get("liste")), std::string(form.get("nom")), std::string(form.get("requete"))};
  const auto saved =
      visit.platform.act(visit.author(), [&](platform::Act& act) { return save(act, visit.actor().account, view); });
  if (saved)
    return back(visit, view.list, saved->query,
                {web::ui::Tone::good, "La vue « " + saved->name + " » est enregistrée."});
  if (saved.refused_as(unknown_list)) return visit::refused(visit, saved.refusals());
  return back(visit, view.list, kept_query(view.query), {web::ui::Tone::bad, visit::sentence(visit, saved.refusal())});
}

web::Response post_removal(visit::Visit& visit) {
  const auto& form = visit.request.form;
  visit.platform.act(visit.author(), [&](platform::Act& act) {
    remove(act, visit.actor().account, visit::typed_id<ViewId>(form.get("vue")));
    return 0;
  });
  const std::string list(form.get("liste"));
  const bool plain =
      list.size() > 1 && list[0] == '/' && list[1] != '/' && list.find_first_of("\\:?#\r\n") == std::string::npos;
  return back(visit, plain ? list : "/", "", {web::ui::Tone::good, "La vue est supprimée."});
}

std::span<const web::Sentence> sentences() {
  static constexpr web::Sentence rows[] = {
      {name_missing.name, "Donnez un nom à cette vue."},
      {name_too_long.name, "Ce nom est trop long : {0} caractères au plus."},
      {too_many.name, "Vous avez déjà {0} vues de cette liste : supprimez-en une."},
      {unknown_list.name, "Cette liste n’existe pas."},
  };
  return rows;
}

std::span<const visit::Route> routes() {
  static constexpr visit::Route rows[] = {
      {web::Method::post, "/vues", visit::Permission::signed_in(), post_view},
      {web::Method::post, "/vues/suppression", visit::Permission::signed_in(), post_removal},
  };
  return rows;
}

}  // namespace views

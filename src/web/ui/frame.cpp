#include "web/ui/frame.hpp"

#include <utility>

#include "base/french.hpp"
#include "base/rule.hpp"
#include "web/html/elements.hpp"
#include "web/html/hole.hpp"
#include "web/html/svg.hpp"
#include "web/ui/action.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_head.hpp"

namespace web::ui {

using namespace html;

namespace {

[[maybe_unused]] constexpr base::Rule rules[] = {
    MANDAT_RULE("P18", "WCAG 2.1 AA: axe finds no violation on any page that links lead to, on a desk and on a phone"),
};

std::string_view accent_class(Accent accent) {
  switch (accent) {
    case Accent::none:
      return "";
    case Accent::works:
      return "desk-works";
    case Accent::motor:
      return "desk-motor";
    case Accent::credit:
      return "desk-credit";
  }
  return {};
}

std::string_view width_class(Frame::Width width) {
  switch (width) {
    case Frame::Width::content:
      return "";
    case Frame::Width::full:
      return "content-full";
    case Frame::Width::reading:
      return "content-reading";
  }
  return {};
}

// What is the same on all pages is drawn once.
const Markup& brand() {
  static const Markup drawn =
      a(cls("brand"), href(home_url), aria("label", "Mandat, accueil"),
        raw("<svg class=\"logo\" viewBox=\"0 0 32 32\" aria-hidden=\"true\" focusable=\"false\">"
            "<rect width=\"32\" height=\"32\" rx=\"8\"/>"
            "<path d=\"M8 23V10.2c0-.7.9-1 1.3-.5L16 18l6.7-8.3c.4-.5 1.3-.2 1.3.5V23\"/></svg>"),
        span("Mandat"));
  return drawn;
}

// Leaving is an act: its entry is a button, so that no link of a stranger signs anybody out.
Markup leaving(const Frame& frame, const NavItem& item) {
  return li(form(method_post(), action(item.url), csrf_input(frame.account->csrf_token),
                 button(cls("nav-item"), type("submit"), icon(item.icon), span(cls("nav-label"), item.label))));
}

enum class Counted { no, yes };
// Around the address, the icon, the label and the count.
Around item_around(const Attribute& current, Counted counted) {
  return Around(li(a(cls("nav-item"), href_hole(), current, hole(), span(cls("nav-label"), hole()),
                     counted == Counted::yes ? span(cls("count"), hole()) : Markup{})));
}

void add_item(Markup& all, const Frame& frame, const NavItem& item) {
  static const Attribute here = aria("current", "page");
  static const Around plain = item_around({}, Counted::no), active = item_around(here, Counted::no),
                      counted = item_around({}, Counted::yes), active_counted = item_around(here, Counted::yes);
  if (frame.account && item.url.text() == sign_out_url.text())
    all += leaving(frame, item);
  else if (item.count.empty())
    (item.active ? active : plain).add_to(all, {item.url, icon(item.icon), item.label});
  else
    (item.active ? active_counted : counted).add_to(all, {item.url, icon(item.icon), item.label, item.count});
}

void add_groups(Markup& all, const Frame& frame) {
  static const Around list(ul(hole()));
  for (const NavGroup& group : frame.nav) {
    if (!group.title.empty()) all += p(cls("nav-title"), group.title);
    const Filling::Writer items = [&](Markup& here) {
      for (const NavItem& item : group.items) add_item(here, frame, item);
    };
    list.add_to(all, {items});
  }
}

Markup search_box(const Frame& frame) {
  return form(cls("search-box"), role("search"), method_get(), action(search_url),
              label(cls("visually-hidden"), for_("recherche"), "Rechercher un dossier, une personne, une entreprise"),
              icon(Icon::search),
              input(id("recherche"), type("search"), name("q"), value(frame.search_text),
                    attr("placeholder", "Rechercher…"), attr("autocomplete", "off"), attr("enterkeyhint", "search")),
              raw("<kbd aria-hidden=\"true\">/</kbd>"));
}

Markup bell(int unread) {
  const bool more = unread > told_notifications;
  const std::string told = unread == 0 ? "Notifications : rien de nouveau"
                           : more      ? "Notifications : plus de " + std::to_string(told_notifications) + " nouvelles"
                                       : "Notifications : " + base::french::plural(unread, "nouvelle", "nouvelles");
  return a(cls("icon-button bell"), href(notifications_url), aria("label", told), tooltip(told), icon(Icon::bell),
           when(unread > 0, [&] {
             return span(cls("dot"), aria("hidden", "true"),
                         more ? std::to_string(told_notifications) + "+" : std::to_string(unread));
           }));
}

// The first letters of the first two words, for the round mark of the account.
std::string initials(std::string_view person) {
  std::string letters;
  bool start = true;
  int words = 0;
  for (std::size_t i = 0; i < person.size(); ++i) {
    const auto byte = static_cast<unsigned char>(person[i]);
    if (person[i] == ' ' || person[i] == '-') {
      start = true;
    } else if (start && words < 2) {
      letters.push_back(person[i]);
      for (std::size_t j = i + 1;
           byte >= 0xC0 && j < person.size() && (static_cast<unsigned char>(person[j]) & 0xC0) == 0x80; ++j) {
        letters.push_back(person[j]);
      }
      ++words;
      start = false;
    }
  }
  return letters;
}

Markup account_menu(const Account& account) {
  return fragment(button(cls("account-button"), type("button"), attr("popovertarget", "menu-du-compte"),
                         aria("label", "Compte : " + account.person),
                         span(cls("avatar"), aria("hidden", "true"), initials(account.person)),
                         span(cls("account-name"), account.person)),
                  div(cls("menu"), id("menu-du-compte"), attr("popover", "auto"),
                      div(cls("menu-head"), strong(account.person), span(cls("quiet"), account.organisation)),
                      a(cls("menu-item"), href(settings_url), icon(Icon::settings), "Paramètres"),
                      form(method_post(), action(sign_out_url), csrf_input(account.csrf_token),
                           button(cls("menu-item"), type("submit"), icon(Icon::logout), "Se déconnecter"))));
}

Markup demo_bar(const DemoClock& demo, base::Instant now) {
  constexpr std::pair<std::string_view, std::string_view> steps[] = {
      {"60", "+ 1 h"}, {"720", "+ 12 h"}, {"1440", "+ 1 jour"}, {"2880", "+ 2 jours"}, {"7200", "+ 5 jours"}};
  return section(cls("demo-bar"), aria("label", "Démonstration"),
                 p(icon(Icon::clock), strong("Démonstration"),
                   span("Il est ", time(cls("num"), datetime(base::iso_utc(now)), base::french::instant_weekday(now)))),
                 form(method_post(), action(demo_clock_url), csrf_input(demo.csrf_token), span("Avancer l’heure :"),
                      each(steps,
                           [](const auto& step) {
                             return button(cls("btn btn-small"), type("submit"), name("minutes"), value(step.first),
                                           step.second);
                           })),
                 a(href(outbox_url), icon(Icon::mail), "Messages envoyés"));
}

const Markup& skip_link() {
  static const Markup drawn = a(cls("skip-link"), href("#contenu"), "Aller au contenu");
  return drawn;
}

Markup flashes(const Frame& frame) {
  if (frame.flashes.empty()) return {};
  return div(cls("flashes"),
             each(frame.flashes, [](const Flash& flash) { return flash_notice(flash.tone, flash.sentence); }));
}

const Markup& page_footer() {
  static const Markup drawn =
      footer(cls("page-footer"), span("Mandat"), a(href("/aide"), "Aide"), a(href("/calculs"), "Calculateurs"),
             a(href("/confidentialite"), "Données personnelles"), a(href("/accessibilite"), "Accessibilité"),
             a(href("/licences"), "Licences"));
  return drawn;
}

std::string_view token_of(const Frame& frame) {
  return frame.account ? std::string_view(frame.account->csrf_token) : std::string_view();
}

Markup demo_slot(const Frame& frame) { return frame.demo ? demo_bar(*frame.demo, frame.now) : Markup{}; }

}  // namespace

namespace {

enum class Live { no, yes };
// Around the head, the classes of the body, the demonstration's bar, the rail's groups, the search, the account, the
// classes of the content, what keeps it live, what stands above it, the flashes and the content.
Around page_around(Live live) {
  const Markup rail = nav(cls("rail"), aria("label", "Navigation principale"), brand(), div(cls("nav"), hole()));
  const Markup column = div(cls("column"), header(cls("top"), brand(), hole(), hole()),
                            main(id("contenu"), attr_hole("class"), attr("tabindex", -1),
                                 live == Live::yes ? data_hole("live") : Attribute{}, hole(), hole(), hole()),
                            page_footer());
  return Around(document(hole(), body(attr_hole("class"), skip_link(), hole(), div(cls("shell"), rail, column))));
}

// The names that are not empty, parted by spaces.
std::string classes(std::initializer_list<std::string_view> names) {
  std::string text;
  for (const std::string_view name : names)
    if (!name.empty()) text.append(text.empty() ? "" : " ").append(name);
  return text;
}

}  // namespace

Markup page(const Frame& frame, const Markup& content) {
  static const Around quiet = page_around(Live::no), live = page_around(Live::yes);
  constexpr std::size_t usual_frame = 12 * 1024;
  const Markup head = page_head(frame.title, frame.now, token_of(frame)), demo = demo_slot(frame),
               search = search_box(frame),
               account = frame.account
                             ? fragment(bell(frame.account->unread_notifications), account_menu(*frame.account))
                             : a(cls("btn btn-secondary"), href(sign_in_url), "Se connecter");
  const Markup flash = flashes(frame);
  const std::string of_body = classes({"with-rail", accent_class(frame.accent), frame.demo ? "with-demo" : ""}),
                    of_content = classes({"content", width_class(frame.width)});
  const Filling::Writer groups = [&](Markup& all) { add_groups(all, frame); };
  Markup all;
  all.reserve(content.text().size() + usual_frame);
  if (frame.live)
    live.add_to(all, {head, of_body, demo, groups, search, account, of_content, frame.live->text(), frame.standing,
                      flash, content});
  else
    quiet.add_to(all, {head, of_body, demo, groups, search, account, of_content, frame.standing, flash, content});
  return all;
}

Markup plain_page(const Frame& frame, const Markup& content) {
  return document(
      page_head(frame.title, frame.now, token_of(frame)),
      body(
          cls("plain", accent_class(frame.accent)), skip_link(), demo_slot(frame), header(cls("plain-top"), brand()),
          main(id("contenu"), cls("content", width_class(frame.width)), attr("tabindex", -1),
               when(frame.live.has_value(), [&] { return data("live", frame.live->text()); }), flashes(frame), content),
          page_footer()));
}

}  // namespace web::ui

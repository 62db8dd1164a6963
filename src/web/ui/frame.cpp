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

Markup nav_item(const Frame& frame, const NavItem& item) {
  if (frame.account && item.url.text() == sign_out_url.text()) return leaving(frame, item);
  return li(a(cls("nav-item"), href(item.url), when(item.active, aria("current", "page")), icon(item.icon),
              span(cls("nav-label"), item.label),
              when(!item.count.empty(), [&] { return span(cls("count"), item.count); })));
}

Markup rail(const Frame& frame) {
  return nav(cls("rail"), aria("label", "Navigation principale"), brand(),
             div(cls("nav"), each(frame.nav, [&](const NavGroup& group) {
                   return fragment(when(!group.title.empty(), [&] { return p(cls("nav-title"), group.title); }),
                                   ul(each(group.items, [&](const NavItem& item) { return nav_item(frame, item); })));
                 })));
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
  static const Markup drawn = footer(
      cls("page-footer"), span("Mandat"), a(href("/aide"), "Aide"), a(href("/calculs/impaye"), "Coût d’un impayé"),
      a(href("/calculs/couverture"), "Coût d’une couverture"), a(href("/confidentialite"), "Données personnelles"),
      a(href("/accessibilite"), "Accessibilité"), a(href("/licences"), "Licences"));
  return drawn;
}

std::string_view token_of(const Frame& frame) {
  return frame.account ? std::string_view(frame.account->csrf_token) : std::string_view();
}

Markup demo_slot(const Frame& frame) { return frame.demo ? demo_bar(*frame.demo, frame.now) : Markup{}; }

}  // namespace

Markup page(const Frame& frame, const Markup& content) {
  const Markup top =
      header(cls("top"), brand(), search_box(frame),
             frame.account ? fragment(bell(frame.account->unread_notifications), account_menu(*frame.account))
                           : a(cls("btn btn-secondary"), href(sign_in_url), "Se connecter"));
  const Markup column =
      div(cls("column"), top,
          main(id("contenu"), cls("content", width_class(frame.width)), attr("tabindex", -1),
               frame.live ? data("live", frame.live->text()) : Attribute{}, frame.standing, flashes(frame), hole()),
          page_footer());
  const Markup around = document(page_head(frame.title, frame.now, token_of(frame)),
                                 body(cls("with-rail", accent_class(frame.accent), frame.demo ? "with-demo" : ""),
                                      skip_link(), demo_slot(frame), div(cls("shell"), rail(frame), column)));
  return filled(around, content);
}

Markup plain_page(const Frame& frame, const Markup& content) {
  return document(
      page_head(frame.title, frame.now, token_of(frame)),
      body(cls("plain", accent_class(frame.accent)), skip_link(), demo_slot(frame), header(cls("plain-top"), brand()),
           main(id("contenu"), cls("content", width_class(frame.width)), attr("tabindex", -1), flashes(frame), content),
           page_footer()));
}

}  // namespace web::ui

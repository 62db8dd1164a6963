// The frame around every page: rail, top bar, notices, footer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/icon.hpp"
#include "web/ui/tone.hpp"

namespace web::ui {

enum class Accent { none, works, motor, credit };  // one a desk

struct NavItem {
  std::string label;
  html::Url url;
  Icon icon;
  bool active = false;
  std::string count = {};  // "12", "1 000+"; empty: none shown
};

struct NavGroup {
  std::string title;  // the desk's name; empty for the common items
  std::vector<NavItem> items;
};

constexpr int told_notifications = 99;  // more are told as « 99+ »
struct Account {
  std::string person;
  std::string organisation;
  std::string csrf_token;
  int unread_notifications = 0;  // up to told_notifications + 1
};

// A sentence kept from the request before (after a redirect), or told on this page.
struct Flash {
  Tone tone = Tone::good;
  std::string sentence;
};

// Demo mode only: the time of the demo and the buttons that move it forward.
struct DemoClock {
  std::string csrf_token;
};

struct Frame {
  std::string title = {};  // of the page; the product's name is added
  Accent accent = Accent::none;
  base::Instant now;                    // the delays on the page count from it
  std::optional<Account> account = {};  // signed in
  std::vector<NavGroup> nav = {};
  std::vector<Flash> flashes = {};
  html::Markup standing = {};    // what stays on every page until it is mended
  std::string search_text = {};  // what the search box holds
  std::optional<DemoClock> demo = {};
  std::optional<html::Url> live = {};  // server-sent events that refresh the page (P15)
  enum class Width { content, full, reading } width = Width::content;
};

html::Markup page(const Frame& frame, const html::Markup& body);

// Without rail nor search: sign-in, sign-up, problems, pages reached by a link.
html::Markup plain_page(const Frame& frame, const html::Markup& body);

// Addresses that the frame's own forms and links use; the floor serves them.
inline constexpr html::Url home_url{"/"};
inline constexpr html::Url search_url{"/recherche"};  // GET, q
inline constexpr html::Url notifications_url{"/notifications"};
inline constexpr html::Url settings_url{"/parametres"};
inline constexpr html::Url sign_in_url{"/connexion"};
inline constexpr html::Url sign_out_url{"/deconnexion"};     // POST
inline constexpr html::Url demo_clock_url{"/demo/horloge"};  // POST, minutes
inline constexpr html::Url outbox_url{"/demo/messages"};

}  // namespace web::ui

// Icons of the sprite /assets/icons.svg (assets/icons.txt says which of Tabler's). Always beside a text that says the
// same: an icon is hidden from screen readers.
#pragma once

#include <string_view>

#include "web/html/markup.hpp"

namespace web::ui {

// clang-format off
#define MANDAT_ICONS(X) \
  X(alert) X(archive) X(arrow_right) X(ban) X(bell) X(building) X(calendar) X(car) X(cash) X(chart) X(check) \
  X(chevron_left) X(chevron_right) X(circle) X(circle_check) X(circle_dot) X(circle_x) X(clock) X(credit_card) \
  X(device_mobile) X(download) X(edit) X(euro) X(external) X(eye) X(file) X(filter) X(flag) X(hammer) X(history) \
  X(home) X(hourglass) X(inbox) X(info) X(key) X(layout) X(link) X(list) X(lock) X(logout) X(mail) X(map_pin) \
  X(message) X(paperclip) X(phone) X(photo) X(plus) X(refresh) X(scale) X(search) X(send) X(settings) X(shield) \
  X(sort) X(sort_down) X(sort_up) X(star) X(tool) X(trash) X(upload) X(user) X(users) X(world) X(x)
// clang-format on

enum class Icon {
#define X(name) name,
  MANDAT_ICONS(X)
#undef X
};

std::string_view name_of(Icon icon);
const html::Markup& icon(Icon icon);  // lives as long as the program

}  // namespace web::ui

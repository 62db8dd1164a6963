// Where each file of the demo is to end, how long ago it began, and what happens on the way.
#pragma once

#include <span>

#include "desks/motor/file/file_states.hpp"

namespace app::demo::motor_desk {

enum class Deed {
  create,
  plan_visit,
  choose_remote,
  photograph,
  post_provisional,
  ask_documents,
  send_quote,
  accept_quote,
  post_report,
  post_payment_agreement,
  agree,
  post_conformity,
  announce_works,
  send_invoice,
  accept_invoice,
};

struct Beat {
  Deed deed;
  int hours;  // after the file was created
};

struct Plot {
  motor::file::State ending;
  int files;                         // how many end so
  int youngest_hours, oldest_hours;  // before now, when the file was created
  std::span<const Beat> beats;
};
std::span<const Plot> plots();  // a thousand files in all

}  // namespace app::demo::motor_desk

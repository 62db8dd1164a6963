#include "app/demo/motor/motor_plot.hpp"

namespace app::demo::motor_desk {
namespace {

using motor::file::State;
using enum Deed;

constexpr Beat waiting[] = {{create, 0}};
constexpr Beat visited[] = {{create, 0}, {plan_visit, 20}};
constexpr Beat remote[] = {{create, 0}, {choose_remote, 4}};
constexpr Beat photographed[] = {{create, 0}, {choose_remote, 4}, {photograph, 26}};
constexpr Beat asked[] = {{create, 0}, {plan_visit, 20}, {post_provisional, 75}, {ask_documents, 96}};
constexpr Beat quoted[] = {{create, 0}, {plan_visit, 20}, {post_provisional, 75}, {send_quote, 90}};
constexpr Beat reported[] = {{create, 0},      {plan_visit, 20},    {post_provisional, 75},
                             {send_quote, 90}, {accept_quote, 110}, {post_report, 140},
                             {agree, 160}};
constexpr Beat announced[] = {{create, 0},
                              {plan_visit, 20},
                              {post_provisional, 75},
                              {send_quote, 90},
                              {accept_quote, 110},
                              {post_report, 140},
                              {post_payment_agreement, 150},
                              {agree, 160},
                              {post_conformity, 190},
                              {announce_works, 200}};
constexpr Beat invoiced[] = {{create, 0},
                             {plan_visit, 20},
                             {post_provisional, 75},
                             {send_quote, 90},
                             {accept_quote, 110},
                             {post_report, 140},
                             {post_payment_agreement, 150},
                             {agree, 160},
                             {post_conformity, 190},
                             {announce_works, 200},
                             {send_invoice, 300}};
constexpr Beat finished[] = {{create, 0},
                             {plan_visit, 20},
                             {post_provisional, 75},
                             {send_quote, 90},
                             {accept_quote, 110},
                             {post_report, 140},
                             {post_payment_agreement, 150},
                             {agree, 160},
                             {post_conformity, 190},
                             {announce_works, 200},
                             {send_invoice, 300},
                             {accept_invoice, 330}};

constexpr Plot all[] = {
    {State::awaiting_appointment, 130, 1, 160, waiting}, {State::visit_planned, 120, 22, 90, visited},
    {State::remote_inspection, 50, 6, 72, remote},       {State::remote_inspection, 40, 28, 140, photographed},
    {State::awaiting_documents, 90, 98, 320, asked},     {State::in_progress, 80, 92, 300, quoted},
    {State::in_progress, 110, 165, 700, reported},       {State::awaiting_invoice, 120, 205, 800, announced},
    {State::awaiting_invoice, 40, 302, 900, invoiced},   {State::closed, 220, 340, 2100, finished},
};

constexpr int total() {
  int sum = 0;
  for (const auto& plot : all) sum += plot.files;
  return sum;
}
static_assert(total() == 1000);

}  // namespace

std::span<const Plot> plots() { return all; }

}  // namespace app::demo::motor_desk

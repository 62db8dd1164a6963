#include "floor/documents/confined_job.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <semaphore>
#include <string>

#include "base/assert.hpp"
#include "base/words.hpp"
#include "floor/documents/descriptor.hpp"

namespace documents {
namespace {

constexpr base::Word<Job> words[] = {
    {Job::inspect_pdf, "inspect-pdf", ""},     {Job::rewrite_image, "rewrite-image", ""},
    {Job::draw_pdf_page, "draw-pdf-page", ""}, {Job::extract_text, "extract-text", ""},
    {Job::read_workbook, "read-workbook", ""}, {Job::read_bank_file, "read-bank-file", ""},
};
constexpr std::chrono::seconds patience{60};  // the machine is very busy: the child's own bound is processor time

std::atomic<bool> children_can_run = false;
std::counting_semaphore<> turns(2);  // of the process: the machine is what they share

class Turn {
 public:
  Turn() { turns.acquire(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  ~Turn() { turns.release(); }
};

// The descriptors as the child is to find them, and no other: not the sockets of those who are connected to us.
class FileActions {
 public:
  explicit FileActions(const JobFiles& files) {
    ::posix_spawn_file_actions_init(&actions_);
    place(files.source, in_child.source);
    place(files.output, in_child.output);
    place(files.thumbnail, in_child.thumbnail);
    ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, in_child.thumbnail + 1);
    ::posix_spawn_file_actions_addchdir_np(&actions_, "/");
  }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }

  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  void place(int ours, int theirs) {
    if (ours < 0)
      ::posix_spawn_file_actions_addopen(&actions_, theirs, "/dev/null", O_RDWR, 0);
    else
      ::posix_spawn_file_actions_adddup2(&actions_, ours, theirs);
  }

  posix_spawn_file_actions_t actions_;
};

// Out of the way of the numbers that the child's take.
Descriptor high_copy(int descriptor) {
  return Descriptor(descriptor < 0 ? -1 : ::fcntl(descriptor, F_DUPFD_CLOEXEC, 16));
}

pid_t start(Job job, const JobFiles& files, const ImageLimits& limits) {
  const Descriptor source = high_copy(files.source), output = high_copy(files.output),
                   thumbnail = high_copy(files.thumbnail);
  const FileActions actions({source.number(), output.number(), thumbnail.number()});
  std::array<std::string, 6> arguments = {"mandat",
                                          child_mark,
                                          std::string(to_text(job)),
                                          std::to_string(limits.longest_side),
                                          std::to_string(limits.most_megapixels),
                                          std::to_string(limits.thumbnail_side)};
  std::array<char*, arguments.size() + 1> argv{};
  for (std::size_t i = 0; i < arguments.size(); ++i) argv[i] = arguments[i].data();
  std::array<char*, 1> environment{};  // ours holds the keys
  pid_t child = -1;
  const int problem = ::posix_spawn(&child, "/proc/self/exe", actions.get(), nullptr, argv.data(), environment.data());
  return problem == 0 ? child : -1;
}

enum class Ending { by_itself, too_slow };

Ending watch(pid_t child) {
  const int handle = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
  if (handle < 0) return Ending::by_itself;  // its processor time is bounded all the same
  const Descriptor owned(handle);
  const auto until = std::chrono::steady_clock::now() + patience;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    if (left.count() <= 0) return Ending::too_slow;
    pollfd ended{handle, POLLIN, 0};
    if (::poll(&ended, 1, static_cast<int>(left.count())) > 0) return Ending::by_itself;
  }
}

Verdict verdict_of(int status) {
  if (WIFSIGNALED(status)) return WTERMSIG(status) == SIGXFSZ ? Verdict::too_large : Verdict::damaged;
  switch (const auto verdict = static_cast<Verdict>(WEXITSTATUS(status))) {
    case Verdict::sound:
    case Verdict::damaged:
    case Verdict::encrypted:
    case Verdict::active:
    case Verdict::too_many_pixels:
    case Verdict::too_large:
    case Verdict::store_full:
    case Verdict::not_checked:
      return verdict;
  }
  return Verdict::damaged;  // a sanitizer, or a tool, ended it
}

}  // namespace

std::string_view to_text(Job job) { return base::word_of(words, job).text; }

void confined_children_can_run() { children_can_run = true; }

Verdict run_confined(Job job, const JobFiles& files, const ImageLimits& limits) {
  MANDAT_ASSERT(children_can_run);
  const Turn turn;
  const pid_t child = start(job, files, limits);
  if (child < 0) return Verdict::not_checked;
  const Ending ending = watch(child);
  if (ending == Ending::too_slow) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return Verdict::not_checked;
  return ending == Ending::too_slow ? Verdict::not_checked : verdict_of(status);
}

Answer answer_of(Job job, int source) {
  const Descriptor output(::memfd_create("answer", MFD_CLOEXEC));
  if (output.number() < 0) throw_errno("memfd");
  const Verdict verdict = run_confined(job, {.source = source, .output = output.number()}, image_limits());
  return {verdict, verdict == Verdict::sound ? std::string(MappedFile(output.number()).bytes()) : std::string()};
}

}  // namespace documents

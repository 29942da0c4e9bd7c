// A thread that ends its process when the parent is gone, whatever the main thread is doing.

const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, 500);

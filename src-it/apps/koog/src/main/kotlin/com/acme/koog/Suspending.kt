package com.acme.koog

import ai.koog.agents.core.tools.annotations.Tool
import java.util.concurrent.Executors
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeoutOrNull

/** Tools that wait: not at all, at their end, in between, in one another, and in vain. */
open class Suspending(private val key: String) {
  @Tool("at_once") suspend fun atOnce(times: Int): String = "at once $times $key"

  @Tool("at_end")
  suspend fun atEnd(): String = withContext(Dispatchers.IO) { "at the end $key" }

  @Tool("between")
  suspend fun between(word: String): String {
    delay(2)
    val nested = atOnce(7)
    delay(2)
    return "$word between $nested"
  }

  @Tool("countdown")
  suspend fun countdown(from: Int): String {
    delay(1)
    return if (from == 0) "0" else "$from " + countdown(from - 1)
  }

  @Tool("failing")
  suspend fun failing(): String {
    delay(1)
    throw IllegalStateException("no $key")
  }

  @Tool("endless")
  suspend fun endless(): String {
    delay(60_000)
    return "never"
  }

  @Tool("open") open suspend fun overridable(): String {
    delay(1)
    return "open $key"
  }
}

fun main(args: Array<String>) {
  val tools = Suspending(args[0])
  val home = Executors.newSingleThreadExecutor { Thread(it, "home") }.asCoroutineDispatcher()
  runBlocking(home) {
    println(tools.atOnce(1))
    println(tools.atEnd())
    println("on ${Thread.currentThread().name.substringBefore(' ')}")
    println(tools.between("word"))
    println(tools.countdown(3))
    println(tools.overridable())
    try {
      tools.failing()
    } catch (e: IllegalStateException) {
      println("failed: ${e.message}")
    }
    println("endless: " + withTimeoutOrNull(50) { tools.endless() })
    println("on ${Thread.currentThread().name.substringBefore(' ')}")
  }
  home.close()
}
